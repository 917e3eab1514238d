// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import nl.cims.pages.Language;
import nl.cims.pages.Wording;
import nl.cims.registry.access.Party;
import nl.cims.registry.access.Permission;
import nl.cims.registry.access.StaffRole;
import nl.cims.registry.accesslog.LogEntry;
import nl.cims.registry.console.ConsolePage;
import nl.cims.registry.console.Emergency;
import nl.cims.registry.dossier.Occasion;
import nl.cims.registry.export.Export;
import nl.cims.registry.intake.Outcome;
import nl.cims.registry.intake.ReportedVaccination.Intention;
import nl.cims.registry.oversight.Alert;
import nl.cims.registry.oversight.Measure;
import nl.cims.registry.oversight.Sign;
import nl.cims.testkit.rules.TemplateText;
import nl.cims.vocabulary.Sex;
import org.junit.jupiter.api.Test;

/// Every word that staff read stands in both languages, is shown somewhere, and stands in no
/// template.
class ConsoleTextsTest {

  private static final Path TEMPLATES = Path.of("src/main/jte/console");
  private static final Path CODE = Path.of("src/main/java/nl/cims/registry/console");

  /// The families of keys that a template or a page puts together.
  private static final List<String> FAMILIES =
      List.of(
          "frame\\..+",
          "status\\.[A-Z_]+\\.(lead|text)",
          "work\\.[A-Z_]+",
          "alerts\\.(then\\.)?[A-Z_]+",
          "withheld\\.[A-Z]+\\.(title|lead|text)",
          "(notAllowed|notFound|dossierClosed|wrongMethod|notUnderstood|unreachable|fault)\\.(title|lead|text)");

  private static final Pattern LITERAL = Pattern.compile("\"([a-zA-Z]+(?:\\.[A-Za-z]+)+)\"");
  private static final Pattern SAID = Pattern.compile("say\\(\"([^\"]+)\"[,)]");

  private final Wording wording = Wording.of(Map.of(), ConsoleFrames.TEXTS);
  private final Set<String> frame = Wording.of(Map.of()).in(Language.NL).keys();

  @Test
  void everyKeyExistsInBothLanguages() {
    assertThat(wording.in(Language.NL).keys())
        .isEqualTo(wording.in(Language.EN).keys())
        .hasSizeGreaterThan(200);
  }

  @Test
  void everyTextIsSaidSomewhereAndEveryTextThatIsSaidExists() throws IOException {
    Set<String> used = matches(LITERAL);
    assertThat(wording.in(Language.NL).keys())
        .filteredOn(key -> !frame.contains(key) && !constants().contains(key))
        .filteredOn(key -> FAMILIES.stream().noneMatch(key::matches))
        .allMatch(used::contains);
    assertThat(matches(SAID))
        .filteredOn(key -> !key.endsWith("."))
        .hasSizeGreaterThan(100)
        .allMatch(wording.in(Language.NL).keys()::contains);
    assertThat(wording.in(Language.NL).keys()).containsAll(constants());
  }

  @Test
  void noTemplateHoldsABareWord() throws IOException {
    List<String> found = new ArrayList<>();
    List<Path> files = files(TEMPLATES);
    for (Path file : files) {
      String text = TemplateText.of(Files.readString(file));
      if (text.chars().anyMatch(Character::isLetter)) {
        found.add(file + ": " + text);
      }
    }
    assertThat(found).isEmpty();
    assertThat(files).hasSizeGreaterThan(15);
    assertThat(TemplateText.of("<p>Hello ${t.say(\"x\")}</p>")).isEqualTo("Hello");
  }

  private static Set<String> constants() {
    Stream<Enum<?>> shown =
        Stream.<Enum<?>[]>of(
                StaffRole.values(),
                Emergency.Verdict.values(),
                Alert.Verdict.values(),
                Export.Verdict.values(),
                Sign.values(),
                Outcome.Rule.values(),
                Party.Channel.values(),
                Intention.values(),
                JoinRule.values(),
                Sex.values(),
                AccessLogView.Role.values(),
                AccessLogView.Kind.values(),
                AccessLogView.Data.values(),
                AccessLogView.Reason.values(),
                AccessLogView.Medium.values(),
                Permission.values(),
                LogEntry.Assurance.values(),
                Occasion.values())
            .flatMap(Arrays::stream);
    Stream<Enum<?>> some =
        Stream.concat(
            Stream.of(Party.Kind.values()).filter(it -> it != Party.Kind.OPERATOR),
            Stream.concat(
                Stream.of(ConsolePage.values()).filter(ConsoleTextsTest::hasTitle),
                Stream.concat(
                    Stream.of(Measure.values()).filter(it -> it != Measure.NONE),
                    Stream.of(
                        AccessLogView.Outcome.NOTHING_FOUND, AccessLogView.Outcome.REFUSED))));
    return Stream.concat(shown, some)
        .map(constant -> constant.getDeclaringClass().getSimpleName() + "." + constant.name())
        .collect(Collectors.toSet());
  }

  private static boolean hasTitle(ConsolePage page) {
    return switch (page) {
      case LOG_IN,
          LOG_OUT,
          STAY,
          DOSES,
          WAITING_OPENED,
          ASK_SOURCE,
          JUDGE,
          JUDGE_ALERT,
          DECIDE_EXPORT,
          FETCH_EXPORT ->
          false;
      default -> true;
    };
  }

  private static Set<String> matches(Pattern pattern) throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path file : Stream.concat(files(TEMPLATES).stream(), files(CODE).stream()).toList()) {
      Matcher matcher = pattern.matcher(Files.readString(file));
      while (matcher.find()) {
        found.add(matcher.group(1));
      }
    }
    return found;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
