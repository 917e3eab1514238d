// SPDX-License-Identifier: EUPL-1.2
package nl.cims.pages;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.html.HtmlContent;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComponentsTest {

  private final Texts texts = Wording.of(Map.of()).in(Language.EN);
  private final Site site = new Site("Institute <of> Health", "My vaccinations", "/en");

  @Test
  void framesAPageWithItsTitleOnceAsHeading() {
    String html = frame(Navigation.NONE);
    assertThat(html)
        .contains("<title>Contact – My vaccinations</title>", "<html lang=\"en\">", "<p>Hello</p>")
        .containsOnlyOnce("<h1")
        .doesNotContain("<nav class=\"cims-menu\"", "<form");
  }

  @Test
  void escapesWhatItIsGiven() {
    assertThat(frame(Navigation.NONE))
        .contains("Institute &lt;of&gt; Health")
        .doesNotContain("<of>");
  }

  @Test
  void leadsToTheSamePageInTheOtherLanguage() {
    assertThat(frame(Navigation.NONE))
        .contains(
            "hreflang=\"nl\" href=\"https://host/nl/contact\"",
            "hreflang=\"x-default\" href=\"https://host/nl/contact\"",
            "href=\"/nl/contact\" hreflang=\"nl\"",
            "<span aria-current=\"true\" lang=\"en\">");
  }

  @Test
  void namesTheVisitorAndLetsHimOut() {
    Visitor.Session session =
        new Visitor.Session(Duration.ofMinutes(15), Duration.ofMinutes(60), "14:05", "/en/stay");
    Visitor visitor =
        new Visitor(Optional.of("A. de Vries"), "/en/log-out", "_csrf", "token", session);
    String html =
        frame(new Navigation(List.of(), List.of(), List.of(), List.of(), Optional.of(visitor)));
    assertThat(html)
        .contains("A. de Vries", "method=\"post\" action=\"/en/log-out\"", "value=\"token\"");
  }

  @Test
  void showsAMessageOfItsKind() {
    String html = render(Components.alert(AlertKind.WARNING, "Mind", paragraph()));
    assertThat(html).contains("utrecht-alert--warning", "Mind</h2>", "<p>Hello</p>");
  }

  @Test
  void servesEveryAssetThatAPageNames() {
    assertThat(
            List.of(
                Assets.components(), Assets.theme(), Assets.script(), Assets.font(), Assets.icon()))
        .allSatisfy(
            address -> assertThat(Assets.class.getResource("/static" + address)).isNotNull());
  }

  @Test
  void allowsNothingInlineAndNothingFromElsewhere() {
    assertThat(ContentPolicy.with())
        .startsWith("default-src 'none'")
        .doesNotContain("unsafe", "*", "data:", "http");
    assertThat(ContentPolicy.with("https://login.example"))
        .contains("form-action 'self' https://login.example;");
  }

  private String frame(Navigation navigation) {
    List<Alternate> alternates =
        List.of(
            new Alternate(Language.NL, "/nl/contact", "https://host" + "/nl/contact"),
            new Alternate(Language.EN, "/en/contact", "https://host" + "/en/contact"));
    return render(
        Components.frame(
            new Page(site, texts, "Contact", alternates, true, navigation), paragraph()));
  }

  private static HtmlContent paragraph() {
    return out -> out.writeContent("<p>Hello</p>");
  }

  private static String render(gg.jte.Content content) {
    StringOutput text = new StringOutput();
    content.writeTo(new OwaspHtmlTemplateOutput(text));
    return text.toString();
  }
}
