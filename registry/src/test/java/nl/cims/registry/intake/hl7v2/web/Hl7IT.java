// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import nl.cims.registry.RegistryProcess;
import nl.cims.registry.TestNumbers;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The HL7 v2 addresses of the running register, as a vaccinating party meets them behind the
/// gateway.
class Hl7IT {

  private static final RegistryProcess REGISTRY = RegistryProcess.running();
  private static final String HL7 = "application/hl7-v2";

  private final String bsn = TestNumbers.fresh().reveal();
  private final String dose = UUID.randomUUID().toString();

  @Nested
  class OneMessage {

    @Test
    void isRecordedAndAnsweredTheSameWhenItComesAgain() {
      HttpResponse<String> first = post(message());
      HttpResponse<String> again = post(message());

      assertThat(first.statusCode()).isEqualTo(200);
      assertThat(first.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith(HL7));
      assertThat(code(first)).isEqualTo("AA");
      assertThat(first.body()).contains("\rMSA|AA|MSG1\r").contains("received under receipt");
      assertThat(withoutHeader(again)).isEqualTo(withoutHeader(first));
      assertThat(dossier()).contains("COVID-19", "EJ6796");
    }

    @Test
    void isAConflictIfItSaysSomethingElse() {
      post(message());
      HttpResponse<String> other = post(message().replace("EJ6796", "OTHER"));

      assertThat(code(other)).isEqualTo("AE");
      assertThat(other.body()).contains("|ORC^1^3^1|205^").contains("OTHER_CONTENT", "RXA-21 U");
    }

    @Test
    void isCorrectedAndWithdrawn() {
      post(message());
      assertThat(code(post(message().replace("EJ6796", "FF9942").replace("|CP|A", "|CP|U"))))
          .isEqualTo("AA");
      assertThat(dossier()).contains("FF9942").doesNotContain("EJ6796");

      assertThat(code(post(message().replace("|CP|A", "|CP|D")))).isEqualTo("AA");
      assertThat(dossier()).doesNotContain("FF9942", "EJ6796");
    }

    @Test
    void waitsAsACorrectionUntilWhatItCorrectsHasCome() {
      String correction = message().replace("EJ6796", "FF9942").replace("|CP|A", "|CP|U");
      HttpResponse<String> early = post(correction);

      assertThat(code(early)).isEqualTo("AA");
      assertThat(early.body()).contains("|ORC^1^3^1|204^").contains("|W|ORIGINAL_UNKNOWN");
      assertThat(code(post(message()))).isEqualTo("AA");
      assertThat(dossier()).contains("FF9942").doesNotContain("EJ6796");
    }

    @Test
    void isKeptWithAWarningIfTheVaccineIsUnknown() {
      HttpResponse<String> answer = post(message().replace("2924528", "0000"));

      assertThat(code(answer)).isEqualTo("AA");
      assertThat(answer.body()).contains("|RXA^1^5^1|103^").contains("|W|VACCINE_UNKNOWN");
    }

    @Test
    void isKeptWithoutThePersonIfHeDidNotAgree() {
      HttpResponse<String> answer = post(message().replace("\rORC", "\rPD1||||||||||||Y\rORC"));

      assertThat(code(answer)).isEqualTo("AA");
      assertThat(answer.body()).contains("without the person");
      assertThat(dossier()).doesNotContain("EJ6796");
    }

    @Test
    void isTakenWholeOrNotAtAll() {
      String second = "ORC|RE||%s-2^HIS\rRXA|0|1|20990101||2924528^^HPK|999\r".formatted(dose);
      String sharedByNobody = message().replace("\rORC", "\rPD1||||||||||||Y\rORC") + second;
      HttpResponse<String> answer = post(sharedByNobody);

      assertThat(code(answer)).isEqualTo("AE");
      assertThat(answer.body())
          .contains("|RXA^2^3^1|")
          .contains("IN_FUTURE")
          .doesNotContain("RECEIVED");
      assertThat(code(post(sharedByNobody.replace("20990101", "20210109")))).isEqualTo("AA");
    }

    @Test
    void isRefusedWithThePlaceAndWithoutTheValue() {
      HttpResponse<String> answer = post(message().replace(bsn, "123456789"));

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(code(answer)).isEqualTo("AE");
      assertThat(answer.body()).contains("ERR||PID^1^3^1^1|102^").doesNotContain("123456789");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/hl7-v2+er7", "x-application/hl7-v2+er7"})
    void isAnsweredInItsOwnType(String type) {
      HttpResponse<String> answer = post("ggd-utrecht", type, message());

      assertThat(code(answer)).isEqualTo("AA");
      assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
    }
  }

  @Nested
  class ABatch {

    @Test
    void isAnsweredMessageByMessageWhateverOneOfThemSays() {
      String other = UUID.randomUUID().toString();
      String file =
          "FHS|^~\\&|||||||||F1\rBHS|^~\\&|||||||||B1\r"
              + message()
              + "poison\r"
              + "MSH|^~\\&|HIS||||2021||VXU^V04|MSG2|P|2.5.1\rPID|1\r"
              + message().replace(dose, other).replace("MSG1", "MSG3")
              + "BTS|4\rFTS|1\r";
      HttpResponse<String> answer = post(file);

      assertThat(answer.statusCode()).isEqualTo(200);
      List<String> segments = answer.body().lines().toList();
      assertThat(segments.getFirst()).startsWith("FHS|^~\\&|CIMS").endsWith("|F1");
      assertThat(segments.get(1)).startsWith("BHS|^~\\&|CIMS").endsWith("|B1");
      assertThat(segments.stream().filter(it -> it.startsWith("MSA")))
          .containsExactly("MSA|AE|MSG1", "MSA|AE|MSG2", "MSA|AA|MSG3");
      assertThat(segments)
          .contains("BTS|3|the file announces 4 messages in BTS-1 and holds 3", "FTS|1");
    }
  }

  @Nested
  class OverMllp {

    @Test
    void thePartyIsFoundByItsCertificate() {
      assertThat(code(mllp("ggd-utrecht", message()))).isEqualTo("AA");
      assertThat(dossier()).contains("EJ6796");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gp-jansen", "gp-gone", "nobody"})
    void anyOtherIsRejected(String name) {
      HttpResponse<String> answer = mllp(name, message());

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(code(answer)).isEqualTo("AR");
      assertThat(answer.body()).contains("MSA|AR|MSG1").contains("SENDER_UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {":bm8gY2VydGlmaWNhdGU=:", "::", "x"})
    void whatIsNoCertificateIsNobody(String header) {
      assertThat(code(send(request("/hl7v2/mllp", HL7, message()).header("Client-Cert", header))))
          .isEqualTo("AR");
    }

    @Test
    void onlyTheGatewayMayAsk() {
      HttpResponse<String> answer =
          REGISTRY.send(
              REGISTRY.clientAs("ggd-utrecht"),
              request("/hl7v2/mllp", HL7, message())
                  .header("Client-Cert", certificate("ggd-utrecht")));
      assertThat(answer.statusCode()).isEqualTo(403);
    }
  }

  @Nested
  class WhoMayNot {

    @Test
    void reportOverThisChannelIsRejected() {
      assertThat(code(post("gp-jansen", HL7, message()))).isEqualTo("AR");
    }

    @Test
    void showATokenOrAnotherTypeGetsAProblem() {
      assertThat(send(request("/hl7v2", HL7, message())).statusCode()).isEqualTo(401);
      assertThat(post("gp-gone", HL7, message()).statusCode()).isEqualTo(403);
      assertThat(post("ggd-utrecht", "text/plain", message()).statusCode()).isEqualTo(415);
    }

    @Test
    void sendWithoutMeasureIsRejected() {
      HttpResponse<String> answer = post("x".repeat(6_000_000));
      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(code(answer)).isEqualTo("AR");
    }
  }

  private String message() {
    return """
    MSH|^~\\&|HIS|GGD|CIMS|RIVM|20210108101500+0100||VXU^V04^VXU_V04|MSG1|P|2.5.1
    PID|1||%s^^^NLMINBIZA^NNNLD||van den Berg&van den&Berg^Noor||20011003|F
    ORC|RE||%s^HIS
    RXA|0|1|20210108||2924528^COVID-19 VACCIN PFIZER^HPK|0.3|mL||||||||EJ6796|||||CP|A
    """
        .formatted(bsn, dose)
        .replace('\n', '\r');
  }

  private static HttpResponse<String> post(String message) {
    return post("ggd-utrecht", HL7, message);
  }

  private static HttpResponse<String> post(String party, String type, String message) {
    return send(
        request("/hl7v2", type, message)
            .header("Authorization", "Bearer " + REGISTRY.tokens().party(party)));
  }

  private static HttpResponse<String> mllp(String party, String message) {
    return send(request("/hl7v2/mllp", HL7, message).header("Client-Cert", certificate(party)));
  }

  private static HttpRequest.Builder request(String path, String type, String message) {
    return HttpRequest.newBuilder(REGISTRY.address(path))
        .header("Content-Type", type)
        .POST(HttpRequest.BodyPublishers.ofString(message, UTF_8));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    return REGISTRY.send(request);
  }

  private static String certificate(String name) {
    try {
      byte[] der = REGISTRY.certificateOf(name).getEncoded();
      return ":" + Base64.getEncoder().encodeToString(der) + ":";
    } catch (CertificateEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String dossier() {
    return REGISTRY
        .send(
            HttpRequest.newBuilder(REGISTRY.address("/citizen/v1/dossier"))
                .header("Authorization", "Bearer " + REGISTRY.tokens().citizen(bsn)))
        .body();
  }

  private static String code(HttpResponse<String> answer) {
    return answer
        .body()
        .lines()
        .filter(line -> line.startsWith("MSA"))
        .map(line -> line.substring(4, 6))
        .findFirst()
        .orElse(answer.statusCode() + answer.body());
  }

  private static String withoutHeader(HttpResponse<String> answer) {
    return answer.body().substring(answer.body().indexOf('\r'));
  }
}
