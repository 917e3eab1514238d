// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.cims.pages.Alternate;
import nl.cims.pages.Language;
import nl.cims.pages.Link;
import nl.cims.pages.Navigation;
import nl.cims.pages.Page;
import nl.cims.pages.Site;
import nl.cims.pages.Texts;
import nl.cims.pages.Visitor;
import nl.cims.pages.Wording;
import nl.cims.registry.console.ConsolePage;
import nl.cims.registry.console.ConsoleSettings;
import nl.cims.registry.console.WithConsole;
import nl.cims.registry.console.web.login.Present;
import nl.cims.registry.console.web.login.StaffLogin;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// Puts the frame around a page of the console: in which language, who has logged in, and the ways
/// to the pages that his roles allow.
@Component
@WithConsole
class ConsoleFrames {

  static final String TEXTS = "/nl/cims/registry/console/texts";

  private static final List<ConsolePage> MENU =
      List.of(
          ConsolePage.WORK,
          ConsolePage.FIND,
          ConsolePage.EMERGENCY,
          ConsolePage.QUARANTINE,
          ConsolePage.SOURCES,
          ConsolePage.EXPORTS,
          ConsolePage.ALERTS,
          ConsolePage.EMERGENCIES,
          ConsolePage.LOG,
          ConsolePage.STAFF);

  private final Wording wording = Wording.of(Map.of(), TEXTS);
  private final String organisation;
  private final URI address;
  private final Clock clock;

  ConsoleFrames(ConsoleSettings settings, Clock clock) {
    this.organisation = settings.organisation();
    this.address = settings.publicAddress();
    this.clock = clock;
  }

  /// A page with what it shows.
  ModelAndView show(ConsolePage which, HttpServletRequest request, Map<String, ?> facts) {
    return show(which, "", request, facts);
  }

  /// A page about one thing.
  ///
  /// @param own what stands in its address in the place of the braces
  ModelAndView show(
      ConsolePage which, String own, HttpServletRequest request, Map<String, ?> facts) {
    Language language = Language.ofPath(request.getRequestURI()).orElse(Language.NL);
    Texts texts = wording.in(language);
    List<Link> trail =
        which == ConsolePage.START || which == ConsolePage.WORK
            ? List.of()
            : List.of(home(texts), new Link(texts.say(which), "", true));
    ModelAndView shown = new ModelAndView(which.template(), facts);
    return shown.addObject(
        "page", page(texts, texts.say(which), alternates(which, own), which, trail, request));
  }

  /// The way to a page, in the language of the one that was asked.
  static ModelAndView to(ConsolePage which, HttpServletRequest request) {
    Language language = Language.ofPath(request.getRequestURI()).orElse(Language.NL);
    return new ModelAndView("redirect:" + which.address(language));
  }

  /// Something that stands in the place of a page.
  ///
  /// @param key the family of its texts
  ModelAndView instead(String key, String path, HttpServletRequest request, List<String> details) {
    Language language = Language.ofPath(path).orElseGet(() -> preferred(request));
    Texts texts = wording.in(language);
    String title = texts.say(key + ".title");
    ModelAndView shown = new ModelAndView("console/instead");
    shown.addObject("key", key);
    shown.addObject("details", details);
    return shown.addObject(
        "page",
        page(
            texts,
            title,
            alternates(ConsolePage.START, ""),
            null,
            List.of(home(texts), new Link(title, "", true)),
            request));
  }

  /// The texts in the language of an address.
  Texts texts(String path) {
    return wording.in(Language.ofPath(path).orElse(Language.NL));
  }

  /// The language of somebody who has not chosen one.
  static Language preferred(HttpServletRequest request) {
    String accepted = request.getHeader("Accept-Language");
    return Language.negotiate(accepted == null ? "" : accepted);
  }

  private Page page(
      Texts texts,
      String title,
      List<Alternate> alternates,
      @org.jspecify.annotations.Nullable ConsolePage here,
      List<Link> trail,
      HttpServletRequest request) {
    Site site =
        new Site(
            organisation,
            texts.say("console.product"),
            ConsolePage.START.address(texts.language()));
    Navigation ways =
        new Navigation(menu(texts, here), trail, List.of(), List.of(), visitor(request, texts));
    return new Page(site, texts, title, alternates, false, ways);
  }

  private static Link home(Texts texts) {
    return new Link(texts.say(ConsolePage.WORK), ConsolePage.START.address(texts.language()));
  }

  /// Only where one may go.
  private static List<Link> menu(Texts texts, @org.jspecify.annotations.Nullable ConsolePage here) {
    return Present.staff().stream()
        .flatMap(login -> MENU.stream().filter(page -> allows(login, page)))
        .map(page -> new Link(texts.say(page), page.address(texts.language()), page == here))
        .toList();
  }

  /// Whether a login opens this page.
  static boolean allows(StaffLogin login, ConsolePage page) {
    return page.permission().map(login.employee()::may).orElse(true);
  }

  private List<Alternate> alternates(ConsolePage page, String own) {
    // The answer to a form has no address of its own in the other language: there stands the form.
    return Arrays.stream(Language.values())
        .flatMap(
            language ->
                page.methods().contains("GET")
                    ? Stream.of(page.address(language, own)).map(it -> alternate(language, it))
                    : Stream.empty())
        .toList();
  }

  private Alternate alternate(Language language, String href) {
    return new Alternate(language, href, address.resolve(href).toString());
  }

  private Optional<Visitor> visitor(HttpServletRequest request, Texts texts) {
    return Present.staff()
        .flatMap(
            login ->
                request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                    ? Optional.of(visitor(login, token, request, texts))
                    : Optional.empty());
  }

  private Visitor visitor(
      StaffLogin login, CsrfToken token, HttpServletRequest request, Texts texts) {
    Instant now = clock.instant();
    Duration idle = Duration.ofSeconds(request.getSession().getMaxInactiveInterval());
    Duration end = Duration.between(now, login.until());
    Duration first = idle.compareTo(end) < 0 ? idle : end;
    return new Visitor(
        Optional.of(login.employee().name()).filter(name -> !name.isEmpty()),
        ConsolePage.LOG_OUT.address(texts.language()),
        token.getParameterName(),
        token.getToken(),
        new Visitor.Session(
            idle,
            end,
            texts.dates().time(now.plus(first)),
            ConsolePage.STAY.address(texts.language())));
  }
}
