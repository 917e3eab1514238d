// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.model.v251.message.ACK;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.cims.registry.intake.Outcome;
import nl.cims.registry.intake.Outcome.Field;
import nl.cims.registry.intake.Outcome.Reason;
import nl.cims.registry.intake.Outcome.Receipt;
import nl.cims.registry.intake.Outcome.Rule;
import nl.cims.registry.intake.hl7v2.Fault;
import nl.cims.registry.intake.hl7v2.Fixtures;
import nl.cims.registry.intake.hl7v2.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What an acknowledgement looks like; HAPI reads each, strictly.
class AcknowledgementTest {

  private static final HapiContext STRICT =
      new DefaultHapiContext(ValidationContextFactory.defaultValidation());
  private static final Instant NOW = Instant.parse("2026-10-03T08:15:00Z");
  private static final Receipt RECEIPT = new Receipt(UUID.randomUUID(), new UUID(0, 7), NOW, false);

  @Test
  void repeatsTheHeaderWithTheTwoSidesExchanged() throws HL7Exception {
    ACK ack = parsed(understood(new Outcome.Recorded(RECEIPT)));

    assertThat(ack.getMSH().getMessageType().encode()).isEqualTo("ACK^V04^ACK");
    assertThat(ack.getMSH().getReceivingApplication().encode()).startsWith("HIS^2.16.528");
    assertThat(ack.getMSH().getSendingApplication().encode()).isEqualTo("CIMS");
    assertThat(ack.getMSH().getCharacterSet(0).getValue()).isEqualTo("UNICODE UTF-8");
    assertThat(ack.getMSA().getMessageControlID().getValue()).isEqualTo("MSG00002");
    assertThat(ack.getMSA().getAcknowledgmentCode().getValue()).isEqualTo("AA");
  }

  @Test
  void saysTheReceiptOfWhatIsKept() throws HL7Exception {
    ACK ack = parsed(understood(new Outcome.Duplicate(RECEIPT, false)));

    assertThat(errors(ack))
        .containsExactly(
            "ORC^1|0^Message accepted^HL70357|I|RECEIVED^^99CIMS|received under receipt"
                + " 00000000-0000-0000-0000-000000000007 at 2026-10-03T08:15:00Z");
  }

  @Test
  void warnsOfWhatWasReplacedSince() throws HL7Exception {
    ACK ack = parsed(understood(new Outcome.Duplicate(RECEIPT, true)));

    assertThat(ack.getMSA().getAcknowledgmentCode().getValue()).isEqualTo("AA");
    assertThat(errors(ack).get(1)).contains("|W|SUPERSEDED^^99CIMS|", "ORC-9");
  }

  @Test
  void warnsOfWhatDoesNotCountYet() throws HL7Exception {
    Outcome outcome =
        new Outcome.Quarantined(RECEIPT, List.of(new Reason(Rule.VACCINE_UNKNOWN, Field.VACCINE)));
    ACK ack = parsed(understood(outcome));

    assertThat(ack.getMSA().getAcknowledgmentCode().getValue()).isEqualTo("AA");
    assertThat(errors(ack).get(1))
        .startsWith("RXA^1^5^1|103^Table value not found^HL70357|W|VACCINE_UNKNOWN^^99CIMS|");
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void saysEveryRuleInTheWordsOfHl7(Rule rule) throws HL7Exception {
    ACK ack = parsed(understood(new Outcome.Refused(List.of(new Reason(rule, Field.IDENTIFIER)))));

    assertThat(ack.getMSA().getAcknowledgmentCode().getValue()).isEqualTo("AE");
    assertThat(errors(ack))
        .singleElement()
        .asString()
        .startsWith("ORC^1^3^1|")
        .contains("|E|" + rule)
        .doesNotContain("PUT", "meta.");
  }

  @Test
  void saysEverythingThatIsWrongAtOnce() throws HL7Exception {
    Reading.Rejected reading =
        (Reading.Rejected)
            read(Fixtures.message("full.hl7").replace("999990068", "9").replace("|CP|A", "|RE|A"));
    ACK ack = parsed(Acknowledgements.of(reading.header(), reading.findings()));

    assertThat(ack.getMSA().getAcknowledgmentCode().getValue()).isEqualTo("AE");
    assertThat(errors(ack))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("PID^1^3^2^1|102^Data type error"),
            second -> assertThat(second).startsWith("RXA^1^20^1|103^Table value not found"));
  }

  @Test
  void rejectsWhatHasNoHeader() throws HL7Exception {
    Reading.Rejected reading = (Reading.Rejected) read("CANARY");
    ACK ack = parsed(Acknowledgements.of(reading.header(), reading.findings()));

    assertThat(ack.getMSA().getAcknowledgmentCode().getValue()).isEqualTo("AR");
    assertThat(ack.encode()).doesNotContain("CANARY");
  }

  @Test
  void speaksWithTheDelimitersAndInTheCharactersOfTheMessage() {
    String sent =
        "MSH#!$%*#HIS#Zië#CIMS#RIVM#2021##ADT!A01#É1#P#2.5.1######8859/1\rPID#1"
            .replace("\r", "\n");
    Reading.Rejected reading = (Reading.Rejected) Fixtures.MESSAGES.read(sent.getBytes(ISO_8859_1));
    String answer = text(Acknowledgements.of(reading.header(), reading.findings()), ISO_8859_1);

    assertThat(answer)
        .startsWith("MSH#!$%*#CIMS#RIVM#HIS#Zië#20261003081500.000+0000##ACK!V04!ACK#id#P#2.5.1#")
        .contains("\rMSA#AR#É1\rERR##MSH!1!9!1!1#200!Unsupported message type!HL70357#E#");
  }

  @Test
  void delimitersInASentenceAreEscaped() {
    var header = ((Reading.Rejected) read("CANARY")).header();
    assertThat(text(Acknowledgements.of(header, Fault.INTERNAL, "a|b^c~d\\e&f"), UTF_8))
        .endsWith("|a\\F\\b\\S\\c\\R\\d\\E\\e\\T\\f\r");
  }

  private static Acknowledgement understood(Outcome outcome) {
    Reading.Understood reading = (Reading.Understood) read(Fixtures.message("full.hl7"));
    return Acknowledgements.of(reading.header(), reading.vaccinations(), List.of(outcome));
  }

  private static Reading read(String message) {
    return Fixtures.MESSAGES.read(message.getBytes(UTF_8));
  }

  private static ACK parsed(Acknowledgement answer) throws HL7Exception {
    return (ACK) STRICT.getPipeParser().parse(text(answer, UTF_8));
  }

  private static String text(Acknowledgement answer, Charset charset) {
    return new String(answer.bytes(NOW, "id"), charset);
  }

  private static List<String> errors(ACK ack) throws HL7Exception {
    return ack.getERRAll().stream()
        .map(
            it -> {
              try {
                String[] fields = it.encode().split("\\|");
                return String.join("|", fields[2], fields[3], fields[4], fields[5], fields[8]);
              } catch (HL7Exception broken) {
                throw new IllegalStateException(broken);
              }
            })
        .toList();
  }
}
