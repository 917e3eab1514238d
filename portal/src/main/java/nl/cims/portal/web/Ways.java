// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.cims.pages.Column;
import nl.cims.pages.Language;
import nl.cims.pages.Link;
import nl.cims.pages.Navigation;
import nl.cims.pages.Texts;
import nl.cims.pages.Visitor;
import nl.cims.portal.PortalPage;
import nl.cims.portal.PortalPage.Kind;
import nl.cims.portal.PortalSettings;

/// The ways from each page to the others: menu, breadcrumb, quick links and footer.
final class Ways {

  private static final List<PortalPage> BEFORE_LOGIN =
      List.of(PortalPage.HOME, PortalPage.QUESTIONS, PortalPage.CONTACT);
  private static final List<PortalPage> AFTER_LOGIN =
      List.of(
          PortalPage.MY_VACCINATIONS,
          PortalPage.RECORD,
          PortalPage.PLANNING,
          PortalPage.MY_DETAILS,
          PortalPage.QUESTIONS,
          PortalPage.CONTACT);
  private static final List<PortalPage> QUICK =
      List.of(
          PortalPage.RECORD,
          PortalPage.PLANNING,
          PortalPage.ADD,
          PortalPage.ACCESS_LOG,
          PortalPage.PRIVACY,
          PortalPage.OPT_OUT);
  private static final List<PortalPage> SERVICE =
      List.of(PortalPage.QUESTIONS, PortalPage.CONTACT, PortalPage.VERIFY);
  private static final List<PortalPage> ABOUT =
      List.of(
          PortalPage.PRIVACY,
          PortalPage.ACCESSIBILITY,
          PortalPage.COOKIES,
          PortalPage.COPYRIGHT,
          PortalPage.OPT_OUT);

  private final List<PortalSettings.Site> sites;

  Ways(List<PortalSettings.Site> sites) {
    this.sites = List.copyOf(sites);
  }

  /// Those of a page.
  Navigation around(PortalPage page, Texts texts, Optional<Visitor> visitor) {
    List<Link> quick =
        page.kind() == Kind.PERSONAL ? links(QUICK, texts, Optional.of(page)) : List.of();
    return new Navigation(
        menu(texts, visitor, Optional.of(page)),
        breadcrumb(page, texts),
        quick,
        footer(page, texts),
        visitor);
  }

  /// Those of something that stands in the place of a page.
  Navigation elsewhere(String title, Texts texts, Optional<Visitor> visitor) {
    return new Navigation(
        menu(texts, visitor, Optional.empty()),
        List.of(link(PortalPage.HOME, texts), new Link(title, "", true)),
        List.of(),
        footer(PortalPage.HOME, texts),
        visitor);
  }

  private List<Link> menu(Texts texts, Optional<Visitor> visitor, Optional<PortalPage> here) {
    List<PortalPage> pages = visitor.isPresent() ? AFTER_LOGIN : BEFORE_LOGIN;
    return Stream.concat(
            links(pages, texts, here).stream(),
            sites.stream()
                .filter(PortalSettings.Site::menu)
                .map(site -> link(site, texts.language())))
        .toList();
  }

  private static List<Link> breadcrumb(PortalPage page, Texts texts) {
    List<Link> trail = new ArrayList<>();
    trail.add(link(PortalPage.HOME, texts));
    page.parent().ifPresent(parent -> trail.add(link(parent, texts)));
    if (page != PortalPage.HOME) {
      trail.add(new Link(texts.say(page), page.address(texts.language()), true));
    }
    return trail;
  }

  private List<Column> footer(PortalPage page, Texts texts) {
    List<Link> languages =
        Arrays.stream(Language.values())
            .map(
                language ->
                    new Link(
                        texts.say(language), page.address(language), language == texts.language()))
            .toList();
    return Stream.of(
            new Column(texts.say("footer.service"), links(SERVICE, texts, Optional.empty())),
            new Column(texts.say("footer.about"), links(ABOUT, texts, Optional.empty())),
            new Column(
                texts.say("footer.more"),
                sites.stream().map(site -> link(site, texts.language())).toList()),
            new Column(texts.say("footer.languages"), languages))
        .filter(column -> !column.links().isEmpty())
        .toList();
  }

  private static List<Link> links(List<PortalPage> pages, Texts texts, Optional<PortalPage> here) {
    return pages.stream()
        .map(
            page ->
                new Link(
                    texts.say(page),
                    page.address(texts.language()),
                    here.filter(current -> current == page).isPresent()))
        .toList();
  }

  private static Link link(PortalPage page, Texts texts) {
    return new Link(texts.say(page), page.address(texts.language()));
  }

  private static Link link(PortalSettings.Site site, Language language) {
    return new Link(language == Language.NL ? site.nl() : site.en(), site.address().toString());
  }
}
