// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.cims.benchmarks.CannotMeasure;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the tools wrote is read rightly. The recorded files are parts of what they wrote about the
/// demo (`…-demo`) and about [PlantedServer] (`…-planted`).
class ReportsTest {

  @Nested
  class OfTestssl {

    @Test
    void everythingFromLowOnIsFoundWithItsSeverity() {
      Outcome outcome = Testssl.read(recorded("testssl-planted.json"));

      assertThat(kinds(outcome)).contains("TLS1", "RC4", "cipherlist_NULL");
      assertThat(of(outcome, "RC4").severity()).isEqualTo(Severity.HIGH);
      assertThat(of(outcome, "cipherlist_NULL").severity()).isEqualTo(Severity.CRITICAL);
      assertThat(of(outcome, "TLS1").severity()).isEqualTo(Severity.LOW);
    }

    @Test
    void whatIsRightIsNoFinding() {
      Outcome outcome = Testssl.read(recorded("testssl-demo.json"));

      assertThat(kinds(outcome)).doesNotContain("TLS1_3", "cipherlist_NULL", "scanTime");
      assertThat(outcome.lookedAt()).matches("\\d{2,} checks");
    }

    @Test
    void aReportWithoutItsEndIsNone() {
      String whole = recorded("testssl-demo.json");
      String cut = whole.substring(0, whole.indexOf("scanTime"));

      assertRefused(() -> Testssl.read(cut));
      assertRefused(() -> Testssl.read(whole.replace("scanTime", "other")));
      assertRefused(() -> Testssl.read(""));
    }

    @Test
    void aPortThatDoesNotAnswerIsNotASafeOne() {
      assertRefused(
          () ->
              Testssl.read(
                  """
                  [{"id":"scanProblem","severity":"FATAL","finding":"Can't connect"},
                   {"id":"scanTime","severity":"INFO","finding":"1"}]"""));
    }

    @Test
    void aSeverityThatNobodyKnowsIsNotPassedOver() {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(
              () ->
                  Testssl.read("[{\"id\":\"a\",\"severity\":\"APOCALYPTIC\",\"finding\":\"b\"}]"));
    }
  }

  @Nested
  class OfWapiti {

    @Test
    void everyKindIsFoundWithItsSeverity() {
      Outcome outcome =
          Wapiti.read(recorded("wapiti-planted.txt"), recorded("wapiti-planted.json"));

      assertThat(of(outcome, "SQL Injection").severity()).isEqualTo(Severity.CRITICAL);
      assertThat(of(outcome, "Cross Site Scripting").severity()).isEqualTo(Severity.MEDIUM);
      assertThat(of(outcome, "Cross Site Request Forgery").severity()).isEqualTo(Severity.MEDIUM);
      assertThat(of(outcome, "Server Side Request Forgery").severity())
          .isEqualTo(Severity.CRITICAL);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "[*] Wapiti found 0 URLs and forms during the scan",
          "Invalid base URL was specified",
          "[*] Wapiti found 4 URLs and forms during the scan\n12 requests were skipped due to network issues",
          "[*] Wapiti found 4 URLs and forms during the scan\nTypeError x\n  File \"mod_xss.py\", line 1"
        })
    void whatSawNoPageOrGaveUpSaysNothing(String said) {
      assertRefused(() -> Wapiti.read(said, recorded("wapiti-planted.json")));
    }

    @Test
    void aReportThatIsNoneIsRefused() {
      assertRefused(() -> Wapiti.read(recorded("wapiti-planted.txt"), "{"));
    }
  }

  @Nested
  class OfSqlmap {

    @Test
    void anInjectableValueIsCritical() {
      Outcome outcome = Sqlmap.read(recorded("sqlmap-planted.txt"), Set.of());

      assertThat(of(outcome, "injection").severity()).isEqualTo(Severity.CRITICAL);
      assertThat(outcome.lookedAt()).isEqualTo("1 value");
    }

    @Test
    void whatHoldsIsNoFinding() {
      Outcome outcome = Sqlmap.read(recorded("sqlmap-demo.txt"), Set.of());

      assertThat(outcome.findings()).isEmpty();
      assertThat(outcome.lookedAt()).matches("[1-9] values?");
    }

    @Test
    void anErrorThatNobodyForesawIsFound() {
      Outcome outcome =
          Sqlmap.read(
              recorded("sqlmap-demo.txt")
                  + "\n500 (Internal Server Error) - 3 times, 400 (x) - 1 times",
              Set.of());

      assertThat(of(outcome, "status 500").severity()).isEqualTo(Severity.MEDIUM);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "[CRITICAL] unable to connect to the target URL",
          "all tested parameters do not appear to be injectable.\n401 (Unauthorized) - 80 times",
          ""
        })
    void whoWasNotLetInHasTestedNothing(String said) {
      assertRefused(() -> Sqlmap.read(said, Set.of()));
    }

    @Test
    void whoseValueWasRefusedByTheFormItselfWasLetIn() {
      String said =
          "testing for SQL injection on POST parameter 'code'\n"
              + "all tested parameters do not appear to be injectable.\n403 (Forbidden) - 80 times";

      assertThat(Sqlmap.read(said, Set.of("403")).findings()).isEmpty();
      assertRefused(() -> Sqlmap.read(said, Set.of("422")));
    }
  }

  @Nested
  class InTheSummary {

    private static final Assault TARGET =
        new Sqlmap(
            "planted",
            Sqlmap.Question.get(java.net.URI.create("http://localhost/")),
            () -> {
              throw new IllegalStateException("nobody goes there");
            });

    @Test
    void aRunWithoutAttacksIsNotGood() {
      assertThat(new Summary().isGood()).isFalse();
    }

    @Test
    void lowIsListedAndNoMore() {
      Summary summary = summary(new Finding(Severity.LOW, "header", "is missing"));

      assertThat(summary.isGood()).isTrue();
      assertThat(summary.text()).contains("low", "header: is missing", "Nothing above low");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MEDIUM", "HIGH", "CRITICAL"})
    void anythingAboveLowIsNotGood(Severity severity) {
      Summary summary = summary(new Finding(severity, "thing", "is open"));

      assertThat(summary.isGood()).isFalse();
      assertThat(summary.text()).contains("FOUND", "thing: is open", "1 above low");
    }

    @Test
    void whatCouldNotBeDoneIsNotGood() {
      Summary summary = summary();
      summary.addFailure(TARGET, Duration.ofSeconds(1), "did not finish");

      assertThat(summary.isGood()).isFalse();
      assertThat(summary.text()).contains("NOT DONE", "did not finish");
    }

    private Summary summary(Finding... findings) {
      Summary summary = new Summary();
      summary.add(TARGET, Duration.ofSeconds(1), new Outcome("1 value", List.of(findings)));
      return summary;
    }
  }

  @Test
  void aToolThatMissesWhatWasPlantedIsNoticed() {
    Outcome outcome = Sqlmap.read(recorded("sqlmap-planted.txt"), Set.of());

    assertThat(Planted.missed(Set.of("injection"), outcome)).isEmpty();
    assertThat(Planted.missed(Set.of("injection", "status 500"), outcome))
        .containsExactly("status 500");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "29", "7201", "-1", "soon", "999999", ""})
  void onlyABoundedTimeCanBeAskedFor(String seconds) {
    assertRefused(() -> Asked.of(List.of(seconds)));
    assertRefused(() -> Asked.of(List.of("60", "90")));
    Asked asked = Asked.of(List.of("sqlmap", "30"));
    assertThat(asked.patience()).isEqualTo(Duration.ofSeconds(30));
    assertThat(asked.isWhole()).isFalse();
    assertThat(Asked.of(List.of()).isWhole()).isTrue();
  }

  private static Set<String> kinds(Outcome outcome) {
    return outcome.findings().stream()
        .map(Finding::kind)
        .collect(java.util.stream.Collectors.toSet());
  }

  private static Finding of(Outcome outcome, String kind) {
    return outcome.findings().stream()
        .filter(each -> each.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable read) {
    assertThatExceptionOfType(CannotMeasure.class).isThrownBy(read);
  }

  private static String recorded(String name) {
    try (InputStream in = ReportsTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
