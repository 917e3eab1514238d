// SPDX-License-Identifier: EUPL-1.2
package nl.cims.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What the documents name as proof is there, and the list of ASVS 5.0.0 is whole and decided.
class EvidenceTest {

  private static final Path ROOT = SourceFile.root();
  private static final Evidence EVIDENCE = new Evidence(ROOT, SourceFile.all());

  @Nested
  class InTheDocuments {

    private final Map<String, Integer> standard = Assessment.standard(standardLines());
    private final String list = read(ROOT.resolve("docs").resolve("asvs.md"));
    private final List<Assessment.Row> rows = Assessment.rows(list);

    @Test
    void everythingThatIsNamedIsThere() throws IOException {
      Map<String, List<String>> missing = new TreeMap<>();
      int named = 0;
      try (Stream<Path> documents = Files.list(ROOT.resolve("docs"))) {
        for (Path document : documents.filter(it -> it.toString().endsWith(".md")).toList()) {
          String text = read(document);
          named += Evidence.named(text).size();
          List<String> gone = EVIDENCE.missing(text);
          if (!gone.isEmpty()) {
            missing.put(document.getFileName().toString(), gone);
          }
        }
      }

      assertThat(named).as("things named in the documents").isGreaterThan(300);
      assertThat(missing).isEmpty();
    }

    @Test
    void theStandardIsWhole() {
      assertThat(standard).hasSize(345);
      assertThat(standard.values().stream().filter(level -> level == 1)).hasSize(70);
      assertThat(standard.values().stream().filter(level -> level == 2)).hasSize(183);
    }

    @Test
    void everyRequirementHasItsRow() {
      assertThat(Assessment.differences(rows, standard)).isEmpty();
      assertThat(rows).hasSize(253);
    }

    @Test
    void everyRowIsDecided() {
      assertThat(Assessment.undecided(rows)).isEmpty();
    }

    @Test
    void threeQuartersAreHeldByATest() {
      long held =
          rows.stream()
              .filter(row -> Set.of("met", "absent").contains(row.state()))
              .filter(row -> EVIDENCE.holdsATest(row.by()))
              .count();

      assertThat(held * 4).isGreaterThanOrEqualTo(rows.size() * 3L);
      assertThat(list).contains("**" + held + " of the 253 rows are held by a named test**");
    }

    @Test
    void theTableOfStatesCountsRightly() {
      Map<String, Long> counted =
          rows.stream()
              .collect(Collectors.groupingBy(Assessment.Row::state, Collectors.counting()));

      counted.forEach(
          (state, count) ->
              assertThat(list)
                  .containsPattern("\\| " + state + " \\| [^|]+ \\| " + count + " \\|"));
    }
  }

  @Nested
  class NegativeControls {

    @Test
    void whatIsNotThereIsNoticed() {
      assertThat(
              EVIDENCE.missing(
                  "`guards/EvidenceTest.whatIsNotThereIsNoticed`, `guards/Evidence`,"
                      + " `docs/asvs.md`, `application/json`, `/nl/inloggen`, `cims.gateway`"))
          .isEmpty();
      for (String wrong :
          List.of(
              "guards/EvidenceTest.noSuchTest",
              "guards/NoSuchType",
              "portal/EvidenceTest",
              "guards/SourceRules.licensed",
              "docs/no-such-file.md")) {
        assertThat(EVIDENCE.missing("met by `" + wrong + "`")).containsExactly(wrong);
      }
      assertThat(EVIDENCE.holdsATest("`guards/Evidence`, `docs/asvs.md`")).isFalse();
      assertThat(EVIDENCE.holdsATest("`guards/EvidenceTest.noSuchTest`")).isFalse();
    }

    @Test
    void aRowWithoutADecisionIsNoticed() {
      for (String row :
          List.of(
              "| V1.1.1 | 2 | decode once |  |  |",
              "| V1.1.1 | 2 | decode once | met | we are sure of it, very much so |",
              "| V1.1.1 | 2 | decode once | comes | comes with another branch of ours |",
              "| V1.1.1 | 2 | decode once | absent | no |",
              "| V1.1.1 | 2 |  | met | `guards/Evidence` |")) {
        assertThat(Assessment.undecided(Assessment.rows(row))).as(row).hasSize(1);
      }
      String decided = "| V1.1.1 | 2 | decode once | met | `guards/Evidence` |";
      assertThat(Assessment.rows(decided)).hasSize(1);
      assertThat(Assessment.undecided(Assessment.rows(decided))).isEmpty();
    }

    @Test
    void aRowTooFewOrTooManyIsNoticed() {
      Map<String, Integer> standard =
          Assessment.standard(List.of("# levels", "V1.1: 2 3", "V2.1: 1"));
      String first = "| V1.1.1 | 2 | a | met | b |\n";
      String second = "| V2.1.1 | 1 | a | met | b |\n";

      assertThat(differences(first + second, standard)).isEmpty();
      assertThat(differences(first, standard)).containsExactly("V2.1.1 has no row");
      assertThat(differences(first + second + second, standard)).hasSize(1);
      assertThat(differences(first + "| V2.1.1 | 2 | a | met | b |", standard)).hasSize(1);
      assertThat(differences(first + second + "| V9.9.9 | 2 | a | met | b |", standard)).hasSize(1);
    }

    private static List<String> differences(String document, Map<String, Integer> standard) {
      return Assessment.differences(Assessment.rows(document), standard);
    }
  }

  private static List<String> standardLines() {
    return read(ROOT.resolve("guards/src/test/resources/asvs-5.0.0.txt")).lines().toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
