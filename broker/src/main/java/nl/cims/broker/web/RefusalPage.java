// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.web;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.cims.broker.BrokerSettings;
import nl.cims.broker.clients.Client;
import nl.cims.broker.clients.Clients;
import nl.cims.broker.web.templates.JtenoticeGenerated;
import nl.cims.pages.Language;
import nl.cims.pages.Navigation;
import nl.cims.pages.Page;
import nl.cims.pages.Site;
import nl.cims.pages.Texts;
import nl.cims.pages.Wording;
import org.springframework.stereotype.Component;

/// The page with a refusal. It says the same in both languages, the visitor's first: whoever is
/// stuck between two sites should not have to look for a switch.
@Component
class RefusalPage {

  /// Where the texts are; for tests too.
  static final String TEXTS = "/nl/cims/broker/web/notices";

  private final BrokerSettings.Organisation organisation;
  private final Optional<String> portal;
  private final Wording wording = Wording.of(Map.of(), TEXTS);

  /// Clients change with a new start only, and a refusal must cost nothing.
  RefusalPage(BrokerSettings settings, Clients clients) {
    this.organisation = settings.organisation();
    this.portal = onlyPortal(clients.portals());
  }

  String html(Refusal refusal, Language language) {
    return html(refusal.key(), language, Optional.empty());
  }

  /// A page of the same kind that leads on to somewhere else than back to the portal.
  String html(String key, Language language, Optional<String> onwards) {
    Texts texts = wording.in(language);
    Site site =
        new Site(
            organisation.name(),
            organisation.product(),
            portal.orElse("/"),
            Optional.empty(),
            organisation.theme(),
            Optional.empty());
    Page page = new Page(site, texts, texts.say(key + ".title"), List.of(), false, Navigation.NONE);
    StringOutput html = new StringOutput();
    JtenoticeGenerated.render(
        new OwaspHtmlTemplateOutput(html),
        null,
        page,
        wording.in(language.other()),
        key,
        onwards.isPresent() ? "onwards" : "back",
        onwards.or(() -> portal));
    return html.toString();
  }

  /// Where "start again" leads to; nowhere if there are several portals and we do not know which.
  private static Optional<String> onlyPortal(List<Client> portals) {
    return portals.size() == 1
        ? Optional.of(
            URI.create(portals.getFirst().redirectUris().getFirst()).resolve("/").toString())
        : Optional.empty();
  }
}
