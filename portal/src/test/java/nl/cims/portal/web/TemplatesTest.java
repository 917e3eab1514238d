// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.cims.testkit.rules.TemplateText;
import org.junit.jupiter.api.Test;

class TemplatesTest {

  /// Attribute values that are no words for people.
  private static final String FOR_MACHINES =
      "width=device-width, initial-scale=1|#[0-9a-f]{6}|noindex";

  @Test
  void noTemplateHoldsABareWord() throws IOException {
    List<String> found = new ArrayList<>();
    int looked = 0;
    for (Path root : List.of(Path.of("src/main/jte"), Path.of("../pages/src/main/jte"))) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(each -> each.toString().endsWith(".jte")).toList()) {
          looked++;
          String text = TemplateText.of(Files.readString(file)).replaceAll(FOR_MACHINES, "");
          if (text.chars().anyMatch(Character::isLetter)) {
            found.add(file + ": " + text);
          }
        }
      }
    }
    assertThat(found).isEmpty();
    assertThat(looked).isGreaterThan(20);
  }

  @Test
  void findsABareWordWhereverItHides() {
    assertThat(TemplateText.of("<p>Hello ${t.say(\"x\")}</p>")).isEqualTo("Hello");
    assertThat(TemplateText.of("${Components.frame(page, @`<p>In a block</p>`)}"))
        .isEqualTo("In a block");
    assertThat(TemplateText.of("@if(a.equals(\")\"))<b>Then</b>@endif")).isEqualTo("Then");
    assertThat(TemplateText.of("<a aria-label=\"Close\" class=\"x\">${y}</a>")).isEqualTo("Close");
    assertThat(TemplateText.of("@template.part.login(t = t, login = login)")).isEmpty();
  }
}
