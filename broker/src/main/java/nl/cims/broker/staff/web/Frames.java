// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.cims.broker.BrokerSettings;
import nl.cims.broker.staff.StaffSession;
import nl.cims.pages.Alternate;
import nl.cims.pages.Language;
import nl.cims.pages.Link;
import nl.cims.pages.Navigation;
import nl.cims.pages.Page;
import nl.cims.pages.Site;
import nl.cims.pages.Texts;
import nl.cims.pages.Visitor;
import nl.cims.pages.Wording;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/// The frame around every staff page: language, menu of what he may open, and his session.
@Component
class Frames {

  /// Where the texts are; for tests too.
  static final String TEXTS = "/nl/cims/broker/staff/web/staff";

  private final BrokerSettings settings;
  private final Clock clock;
  private final Wording wording = Wording.of(Map.of(), TEXTS);

  Frames(BrokerSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /// The frame of a page.
  ///
  /// @param title key of its title
  Page of(HttpServletRequest request, String title) {
    Texts texts = wording.in(Languages.of(request));
    BrokerSettings.Organisation organisation = settings.organisation();
    Site site =
        new Site(
            organisation.name(),
            organisation.product(),
            StaffRoute.PASSKEYS.path(),
            Optional.empty(),
            organisation.theme(),
            Optional.empty());
    return new Page(
        site,
        texts,
        texts.say(title),
        Arrays.stream(Language.values()).map(each -> alternate(request, each)).toList(),
        false,
        navigation(request, texts));
  }

  /// The token that every form carries.
  static CsrfToken formToken(HttpServletRequest request) {
    if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
      return token;
    }
    throw new IllegalStateException("every request has a form token");
  }

  /// The same page in this language, with what its address says otherwise.
  private Alternate alternate(HttpServletRequest request, Language language) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(request.getRequestURI());
    if (request.getMethod().equals("GET")) {
      Stream.of(LoginPages.REQUEST, PeoplePages.ID)
          .filter(name -> request.getParameter(name) != null)
          .forEach(
              name ->
                  address.queryParam(
                      name, UriUtils.encode(request.getParameter(name), StandardCharsets.UTF_8)));
    }
    URI href = address.queryParam(Languages.PARAMETER, language.code()).build(true).toUri();
    return new Alternate(
        language, href.toString(), settings.staff().publicAddress().resolve(href).toString());
  }

  private Navigation navigation(HttpServletRequest request, Texts texts) {
    Optional<StaffSession> session = StaffVisit.of(request).session();
    List<Link> menu =
        session.isEmpty()
            ? List.of()
            : StaffRoute.menu().stream()
                .filter(
                    route -> route.access().hindrance(session, false, clock.instant()).isEmpty())
                .map(
                    route ->
                        new Link(
                            texts.say("menu." + route.name()),
                            route.path(),
                            route.path().equals(request.getRequestURI())))
                .toList();
    return new Navigation(
        menu,
        List.of(),
        List.of(),
        List.of(),
        session.map(someone -> visitor(request, someone, texts)));
  }

  private Visitor visitor(HttpServletRequest request, StaffSession session, Texts texts) {
    Instant now = clock.instant();
    Duration end = Duration.between(now, session.startedAt().plus(StaffSession.WHOLE));
    Duration first = end.compareTo(StaffSession.IDLE) < 0 ? end : StaffSession.IDLE;
    CsrfToken token = formToken(request);
    return new Visitor(
        Optional.of(session.account().name()),
        StaffRoute.LOG_OUT.path(),
        token.getParameterName(),
        token.getToken(),
        new Visitor.Session(
            StaffSession.IDLE, end, texts.dates().time(now.plus(first)), StaffRoute.EXTEND.path()));
  }
}
