// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the register refuses, and where it says that it stands.
class RefusalTest {

  @ParameterizedTest
  @CsvSource(
      value = {
        "VXU^V04^VXU_V04; ADT^A01; MSH^1^9^1^1 MESSAGE_TYPE",
        "VXU^V04^VXU_V04; VXU^V03; MSH^1^9^1^2 EVENT",
        "|MSG00002|; ||; MSH^1^10^1 CONTROL_ID_MISSING",
        "|P|2.5.1|; |T|2.5.1|; MSH^1^11^1 PROCESSING_ID",
        "|P|2.5.1|; |P|3.0|; MSH^1^12^1 VERSION",
        "|P|2.5.1||; |P|2.5.1||more; MSH^1^14^1 CONTINUATION",
        "UNICODE UTF-8; EBCDIC; MSH^1^18^1 CHARACTER_SET",
        "UNICODE UTF-8; ASCII; MSH^1^18^1 CHARACTERS",
        "999990068; 999990069; PID^1^3^2^1 VALUE_INVALID",
        "999990068; 99999006; PID^1^3^2^1 VALUE_INVALID",
        "12345^^^HIS^PI; 999990019^^^NLMINBIZA; PID^1^3^2^1 CONTRADICTION",
        "999990068^^^NLMINBIZA&2.16.840.1.113883.2.4.6.3&ISO^NNNLD; CANARY; PID^1^3^1 FIELD_MISSING",
        "19950327; 27-03-1995; PID^1^7^1 VALUE_INVALID",
        "19950327; 19950231; PID^1^7^1 VALUE_INVALID",
        "PD1||||||||||||N; PD1||||||||||||X; PD1^1^12^1 CODE_UNKNOWN",
        "ORC|RE||DOSIS-0002^HIS^; ORC|RE||^HIS^; ORC^1^3^1 FIELD_MISSING",
        "DOSIS-0002^HIS^2.16.840.1.113883.2.4.99.7; 1^NLMINBIZA^; ORC^1^3^1 VALUE_INVALID",
        "ORC|RE|; ORC|CA|; ORC^1^1^1 CODE_UNKNOWN",
        "|202101081005|; ||; RXA^1^3^1 FIELD_MISSING",
        "|202101081005|; |8 januari|; RXA^1^3^1 VALUE_INVALID",
        "^HPK^208^COVID-19, mRNA^CVX; ^CVX^208^COVID-19, mRNA^CVX; RXA^1^5^1^4 CONTRADICTION",
        "2924528^; 29 24528^; RXA^1^5^1^1 VALUE_INVALID",
        "|EJ6796|; |EJ6796~EJ6797|; RXA^1^15^2 CONTRADICTION",
        "|CP|A; |RE|A; RXA^1^20^1 NOT_ADMINISTERED",
        "|CP|A; |NA|A; RXA^1^20^1 NOT_ADMINISTERED",
        "|CP|A; |PA|A; RXA^1^20^1 NOT_ADMINISTERED",
        "MVX|||CP|A; MVX|00^Parental^NIP002||CP|A; RXA^1^18^1 NOT_ADMINISTERED",
        "208^COVID-19, mRNA^CVX; 998^no vaccine^CVX; RXA^1^5^1 NOT_ADMINISTERED",
        "|CP|A; |CP|X; RXA^1^21^1 CODE_UNKNOWN",
        "|CP|A; |XX|A; RXA^1^20^1 CODE_UNKNOWN",
        "90000301; 301; ORC^1^21^1 VALUE_INVALID",
        "NK1|; dit is geen segment|; PD1^1 SEGMENT_MALFORMED",
        "NK1|; ADD|; ADD^1 SEGMENT_MALFORMED",
        "NK1|; PID|; PID^2 SEGMENT_REPEATED",
        "NK1|; RXR|; RXR^2 SEGMENT_MISPLACED"
      },
      delimiter = ';')
  void namesThePlace(String from, String to, String found) {
    String message = Fixtures.changed("full.hl7", from, to == null ? "" : to);
    assertThat(Fixtures.rejected(Fixtures.read(message))).containsExactly(found);
  }

  @Test
  void namesEverythingAtOnce() {
    String message =
        Fixtures.message("several.hl7")
            .replace("999990020", "999990021")
            .replace("20111003", "2011-10-03")
            .replace("DOSIS-0003", "")
            .replace("20150901", "")
            .replace("MC987|||||CP", "MC987|||||RE");
    assertThat(Fixtures.rejected(Fixtures.read(message)))
        .containsExactly(
            "PID^1^3^1^1 VALUE_INVALID",
            "PID^1^7^1 VALUE_INVALID",
            "ORC^1^3^1 FIELD_MISSING",
            "RXA^2^20^1 NOT_ADMINISTERED",
            "RXA^3^3^1 FIELD_MISSING");
  }

  @ParameterizedTest
  @CsvSource({
    "'', MSH^1",
    "'CANARY', MSH^1",
    "'MSH', MSH^1^2^1",
    "'MSH|^~', MSH^1^2^1",
    "'MSH|^~\\\\|HIS', MSH^1^2^1",
    "'MSHabcde', MSH^1^2^1",
    "'EVN|A01', MSH^1"
  })
  void saysThatItIsNoMessage(String message, String place) {
    assertThat(Fixtures.rejected(Fixtures.read(message))).containsExactly(place + " UNREADABLE");
  }

  @Test
  void guessesNoCharacters() {
    String message = Fixtures.changed("full.hl7", "UNICODE UTF-8", "");
    assertThat(Fixtures.rejected(Fixtures.MESSAGES.read(message.getBytes(ISO_8859_1))))
        .containsExactly("MSH^1^18^1 CHARACTERS");
    assertThat(Fixtures.rejected(Fixtures.read(message.replace("Zoë", "Zo\u0000"))))
        .containsExactly("MSH^1^18^1 CHARACTERS");
  }

  @Test
  void refusesWhatIsTooLarge() {
    String long1 = Fixtures.message("minimal.hl7") + "NTE|1||" + "x".repeat(70_000);
    assertThat(Fixtures.rejected(Fixtures.read(long1))).containsExactly("MSH^1 TOO_LARGE");
    String many = Fixtures.message("minimal.hl7") + "ZZZ|1\r".repeat(3_000);
    assertThat(Fixtures.rejected(Fixtures.read(many))).containsExactly("MSH^1 TOO_LARGE");
  }

  @Test
  void saysWhatIsMissingOfAMessageThatIsOnlyAHeader() {
    String header = Fixtures.message("minimal.hl7").lines().findFirst().orElseThrow();
    assertThat(Fixtures.rejected(Fixtures.read(header)))
        .containsExactly("PID^1 SEGMENT_MISSING", "ORC^1 SEGMENT_MISSING");
  }

  @Test
  void neverRepeatsAValue() {
    String message = Fixtures.message("full.hl7").replace("999990068", "999990069");
    List<Finding> findings = ((Reading.Rejected) Fixtures.read(message)).findings();
    assertThat(findings.toString()).doesNotContain("999990069", "Veld", "EJ6796");
  }
}
