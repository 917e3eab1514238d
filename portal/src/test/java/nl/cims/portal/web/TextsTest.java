// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.cims.contracts.citizen.AccessLogView;
import nl.cims.contracts.citizen.JoinRule;
import nl.cims.contracts.citizen.PlanningView;
import nl.cims.contracts.citizen.SourcesView;
import nl.cims.pages.Language;
import nl.cims.pages.Wording;
import nl.cims.portal.PortalPage;
import nl.cims.vocabulary.Sex;
import org.junit.jupiter.api.Test;

class TextsTest {

  /// The families of keys that a template puts together: `questions.` and a name, for instance.
  private static final List<String> FAMILIES =
      List.of(
          "abbreviation\\..+",
          "(site|route|system)\\.[A-Z_]+",
          "planning\\.[A-Z_]+",
          "myDetails\\.[A-Z_]+",
          "questions\\..+",
          "(unreachable|tooBusy|notAllowed|notFound|wrongMethod|notUnderstood|fault)\\.(title|lead|text)");

  private static final Pattern LITERAL = Pattern.compile("\"([a-zA-Z]+(?:\\.[A-Za-z]+)+)\"");
  private static final Pattern SAID = Pattern.compile("say\\(\"([^\"]+)\"[,)]");

  private final Wording wording = Wording.of(Map.of(), "/nl/cims/portal/texts");
  private final Set<String> frame = Wording.of(Map.of()).in(Language.NL).keys();

  @Test
  void everyKeyExistsInBothLanguages() {
    assertThat(wording.in(Language.NL).keys())
        .isEqualTo(wording.in(Language.EN).keys())
        .hasSizeGreaterThan(200);
  }

  @Test
  void everyTextIsSaidSomewhere() throws IOException {
    Set<String> used = matches(LITERAL);
    Set<String> unused =
        own().stream()
            .filter(key -> !used.contains(key) && !constants().contains(key))
            .filter(key -> FAMILIES.stream().noneMatch(key::matches))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(unused).isEmpty();
  }

  @Test
  void everyKeyThatIsSaidExists() throws IOException {
    Set<String> said =
        matches(SAID).stream().filter(key -> !key.endsWith(".")).collect(Collectors.toSet());
    assertThat(wording.in(Language.NL).keys()).containsAll(said);
    assertThat(said).hasSizeGreaterThan(100);
  }

  @Test
  void everyConstantThatIsShownHasAWord() {
    assertThat(wording.in(Language.NL).keys()).containsAll(constants());
  }

  private Set<String> own() {
    return wording.in(Language.NL).keys().stream()
        .filter(key -> !frame.contains(key))
        .collect(Collectors.toSet());
  }

  private static Set<String> constants() {
    Stream<Enum<?>> shown =
        Stream.<Enum<?>[]>of(
                PortalPage.values(),
                PlanningView.Stage.values(),
                SourcesView.Kind.values(),
                JoinRule.values(),
                Sex.values(),
                AccessLogView.Role.values(),
                AccessLogView.Kind.values(),
                AccessLogView.Data.values(),
                AccessLogView.Reason.values(),
                AccessLogView.Medium.values(),
                AccessLogView.Outcome.values())
            .flatMap(Arrays::stream);
    return shown
        .filter(constant -> !(constant instanceof PortalPage page && !page.isShown()))
        .map(constant -> constant.getDeclaringClass().getSimpleName() + "." + constant.name())
        .collect(Collectors.toSet());
  }

  private static Set<String> matches(Pattern pattern) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      for (Path file : files.filter(each -> each.toString().matches(".*\\.(jte|java)")).toList()) {
        Matcher matcher = pattern.matcher(Files.readString(file));
        while (matcher.find()) {
          found.add(matcher.group(1));
        }
      }
    }
    return found;
  }
}
