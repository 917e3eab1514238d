// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.stream.Collectors;
import nl.cims.pages.Assets;
import nl.cims.pages.Language;
import nl.cims.portal.PortalPage;
import nl.cims.portal.PortalSettings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// The files that machines look for at a fixed place.
@Controller
class WellKnown {

  static final String SECURITY = "/.well-known/security.txt";

  private final PortalSettings settings;
  private final Clock clock;

  WellKnown(PortalSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /// Where weaknesses are reported (RFC 9116); absent if the institute has not said.
  @GetMapping(path = SECURITY, produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
  @ResponseBody
  String security() throws NoResourceFoundException {
    String contact =
        settings
            .organisation()
            .contact()
            .security()
            .orElseThrow(() -> new NoResourceFoundException(HttpMethod.GET, SECURITY, "not set"))
            .toString();
    LocalDate expires =
        LocalDate.now(clock.withZone(ZoneOffset.UTC))
            .plusMonths(6)
            .with(TemporalAdjusters.firstDayOfMonth());
    return """
        Contact: %s
        Expires: %sT00:00:00Z
        Preferred-Languages: nl, en
        Canonical: %s
        """
        .formatted(contact, expires, settings.publicAddress().resolve(SECURITY));
  }

  /// Keeps search engines away from what is about somebody; the rest may be found.
  @GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
  @ResponseBody
  String robots() {
    return Arrays.stream(PortalPage.values())
        .filter(page -> page.kind() != PortalPage.Kind.TEXT)
        .flatMap(page -> Arrays.stream(Language.values()).map(page::address))
        .map(address -> "Disallow: " + address + "\n")
        .collect(Collectors.joining("", "User-agent: *\n", ""));
  }

  /// For browsers that do not read the page's own link to it.
  @GetMapping("/favicon.ico")
  ResponseEntity<Void> icon() {
    return ResponseEntity.status(HttpStatus.FOUND)
        .header(HttpHeaders.LOCATION, Assets.icon())
        .build();
  }
}
