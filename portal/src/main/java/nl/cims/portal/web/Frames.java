// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.cims.pages.Alternate;
import nl.cims.pages.Language;
import nl.cims.pages.Page;
import nl.cims.pages.Site;
import nl.cims.pages.Texts;
import nl.cims.pages.Visitor;
import nl.cims.pages.Wording;
import nl.cims.portal.PortalPage;
import nl.cims.portal.PortalSettings;
import nl.cims.portal.PortalSettings.Organisation;
import nl.cims.portal.login.Citizen;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/// Puts the frame around a page: whose portal it is, in which language, who is logged in, and the
/// ways to other pages.
@Component
public class Frames {

  private final Wording wording;
  private final Organisation organisation;
  private final Ways ways;
  private final URI address;
  private final Clock clock;

  Frames(PortalSettings settings, Clock clock) {
    this.organisation = settings.organisation();
    this.address = settings.publicAddress();
    this.clock = clock;
    this.wording = OwnTexts.wording(settings);
    this.ways = new Ways(organisation.links());
  }

  /// The frame of a page at its own address.
  public Page page(PortalPage page, HttpServletRequest request) {
    Language language = Language.ofPath(request.getRequestURI()).orElse(Language.NL);
    Texts texts = wording.in(language);
    String title = page == PortalPage.HOME ? texts.say("home.title") : texts.say(page);
    return new Page(
        site(language),
        texts,
        title,
        alternates(page),
        page.kind() == PortalPage.Kind.TEXT,
        ways.around(page, texts, visitor(request, language)));
  }

  /// The frame of something that stands in the place of a page.
  ///
  /// @param title the key of its title
  /// @param path the address that was asked for
  Page instead(String title, String path, HttpServletRequest request) {
    Language language = Language.ofPath(path).orElseGet(() -> preferred(request));
    Texts texts = wording.in(language);
    PortalPage asked = PortalPage.at(path).filter(PortalPage::isShown).orElse(PortalPage.HOME);
    return new Page(
        site(language),
        texts,
        texts.say(title),
        alternates(asked),
        false,
        ways.elsewhere(texts.say(title), texts, visitor(request, language)));
  }

  /// The portal's texts in a language.
  public Texts texts(Language language) {
    return wording.in(language);
  }

  /// The language of somebody who has not chosen one.
  public static Language preferred(HttpServletRequest request) {
    String accepted = request.getHeader("Accept-Language");
    return Language.negotiate(accepted == null ? "" : accepted);
  }

  private Site site(Language language) {
    return new Site(
        organisation.name(),
        organisation.product(),
        PortalPage.HOME.address(language),
        organisation.mark(),
        organisation.theme(),
        organisation.notice().at(clock.instant(), language));
  }

  private List<Alternate> alternates(PortalPage page) {
    return Arrays.stream(Language.values())
        .map(
            language ->
                new Alternate(
                    language,
                    page.address(language),
                    address.resolve(page.address(language)).toString()))
        .toList();
  }

  private Optional<Visitor> visitor(HttpServletRequest request, Language language) {
    Authentication current = SecurityContextHolder.getContext().getAuthentication();
    if (current == null
        || !(current.getPrincipal() instanceof Citizen citizen)
        || !(request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token)) {
      return Optional.empty();
    }
    return Optional.of(
        new Visitor(
            DisplayName.of(request),
            PortalPage.LOG_OUT.address(language),
            token.getParameterName(),
            token.getToken(),
            session(citizen, request, language)));
  }

  private Visitor.Session session(Citizen citizen, HttpServletRequest request, Language language) {
    Instant now = clock.instant();
    Duration idle = Duration.ofSeconds(request.getSession().getMaxInactiveInterval());
    Duration end = Duration.between(now, citizen.until());
    Duration first = idle.compareTo(end) < 0 ? idle : end;
    return new Visitor.Session(
        idle,
        end,
        wording.in(language).dates().time(now.plus(first)),
        PortalPage.STAY.address(language));
  }
}
