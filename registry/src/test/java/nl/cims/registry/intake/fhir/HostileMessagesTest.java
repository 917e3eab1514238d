// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Whatever comes in, the answer is a reading: never an exception, never a value of the message.
class HostileMessagesTest {

  private static final List<String> FILES =
      List.of(
          "alone.json",
          "alone.xml",
          "transaction.json",
          "transaction.xml",
          "minimal.json",
          "minimal.xml");

  /// Values that stand in every fixture, or that a test puts there.
  private static final String[] SECRETS = {Fixtures.BSN, "Petronella", "Prikker", "CANARY"};

  private static final String SYNTAX = "{}[]\"<>&;:,#/_0x\u00e9\\ \n";

  @RepeatedTest(20)
  void survivesRandomChanges(RepetitionInfo repetition) {
    Random chance = new Random(repetition.getCurrentRepetition());
    for (String file : FILES) {
      byte[] original = Fixtures.bytes(file);
      for (int i = 0; i < 60; i++) {
        byte[] changed = original.clone();
        for (int n = chance.nextInt(1, 6); n > 0; n--) {
          changed[chance.nextInt(changed.length)] =
              (byte) SYNTAX.charAt(chance.nextInt(SYNTAX.length()));
        }
        survives(changed, file);
      }
    }
  }

  @Test
  void survivesEveryTruncation() {
    for (String file : List.of("alone.json", "alone.xml")) {
      byte[] original = Fixtures.bytes(file);
      for (int length = 0; length < original.length - 2; length += 7) {
        Reading reading = survives(Arrays.copyOf(original, length), file);
        assertThat(reading).isInstanceOf(Reading.Rejected.class);
      }
    }
  }

  @RepeatedTest(10)
  void survivesExchangedParts(RepetitionInfo repetition) {
    Random chance = new Random(repetition.getCurrentRepetition());
    String[] tokens =
        new String(Fixtures.bytes("transaction.json"), UTF_8).split("(?<=[,:\\[\\]{}])");
    for (int i = 0; i < 100; i++) {
      String[] changed = tokens.clone();
      changed[chance.nextInt(changed.length)] = changed[chance.nextInt(changed.length)];
      survives(String.join("", changed).getBytes(UTF_8), "transaction.json");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "\"CANARY\"",
        "{",
        "{}",
        "{\"resourceType\":null}",
        "{\"resourceType\":[]}",
        "{\"resourceType\":\"CANARY\"}",
        "{\"resourceType\":\"Immunization\"}",
        "{\"resourceType\":\"Immunization\",\"resourceType\":\"Patient\"}",
        "{\"resourceType\":\"Immunization\",\"status\":\"completed\",\"status\":\"not-done\"}",
        "{\"resourceType\":\"Immunization\",\"status\":null}",
        "{\"resourceType\":\"Immunization\",\"_status\":null}",
        "{\"resourceType\":\"Immunization\",\"_status\":\"CANARY\"}",
        "{\"resourceType\":\"Immunization\",\"_status\":[{}]}",
        "{\"resourceType\":\"Immunization\",\"extension\":{}}",
        "{\"resourceType\":\"Immunization\",\"extension\":[\"CANARY\"]}",
        "{\"resourceType\":\"Immunization\",\"extension\":[null]}",
        "{\"resourceType\":\"Immunization\",\"extension\":[[]]}",
        "{\"resourceType\":\"Immunization\",\"contained\":[{\"resourceType\":\"Bundle\"}]}",
        "{\"resourceType\":\"Immunization\",\"contained\":[{\"resourceType\":\"Patient\",\"contained\":[{\"resourceType\":\"Patient\"}]}]}",
        "{\"resourceType\":\"Immunization\",\"\":\"CANARY\",\"_\":{}}",
        "{\"resourceType\":\"Immunization\",\"fhir_comments\":[\"CANARY\"]}",
        "{\"resourceType\":\"Immunization\"} CANARY",
        "\u0000",
        "<",
        "<a/>",
        "<Immunization/>",
        "<Immunization xmlns='http://hl7.org/fhir'/>",
        "<Immunization xmlns='http://hl7.org/fhir'>CANARY</Immunization>",
        "<immunization xmlns='http://hl7.org/fhir'/>",
        "<Immunization xmlns='http://hl7.org/fhir'><Patient/></Immunization>",
        "<Immunization xmlns='http://hl7.org/fhir'><contained><Patient/><Patient/></contained></Immunization>",
        "<Immunization xmlns='http://hl7.org/fhir'><status code='CANARY'/></Immunization>",
        "<Immunization xmlns='http://hl7.org/fhir'><text><div xmlns='http://www.w3.org/1999/xhtml'>CANARY",
        "<!DOCTYPE a [<!ENTITY b 'CANARY'>]><Immunization xmlns='http://hl7.org/fhir'><status value='&b;'/></Immunization>",
        "<!DOCTYPE a SYSTEM 'file:///etc/hostname'><Immunization xmlns='http://hl7.org/fhir'/>",
      })
  void refusesNonsense(String message) {
    for (FhirFormat format : FhirFormat.values()) {
      assertRejected(Fixtures.MESSAGES.create(message.getBytes(UTF_8), format));
      assertRejected(Fixtures.MESSAGES.bundle(message.getBytes(UTF_8), format));
    }
  }

  @Test
  void refusesDeepNesting() {
    String json =
        "{\"resourceType\":\"Immunization\",\"extension\":["
            + "{\"url\":\"u\",\"extension\":[".repeat(50_000);
    String xml =
        "<Immunization xmlns='http://hl7.org/fhir'>" + "<extension url='u'>".repeat(50_000);

    assertRejected(Fixtures.MESSAGES.create(json.getBytes(UTF_8), FhirFormat.JSON));
    assertRejected(Fixtures.MESSAGES.create(xml.getBytes(UTF_8), FhirFormat.XML));
  }

  @Test
  void refusesManyElements() {
    String array = "0,".repeat(2_000_000) + "0";
    String json = "{\"resourceType\":\"Immunization\",\"note\":[" + array + "]}";
    String xml =
        "<Immunization xmlns='http://hl7.org/fhir'>"
            + "<note/><site/>".repeat(200_000)
            + "</Immunization>";

    assertRejected(Fixtures.MESSAGES.create(json.getBytes(UTF_8), FhirFormat.JSON));
    assertRejected(Fixtures.MESSAGES.create(xml.getBytes(UTF_8), FhirFormat.XML));
  }

  @Test
  void refusesManyProperties() {
    StringBuilder json = new StringBuilder("{\"resourceType\":\"Immunization\"");
    for (int i = 0; i < 100_000; i++) {
      json.append(",\"p").append(i).append("\":0");
    }

    assertRejected(
        Fixtures.MESSAGES.create(json.append('}').toString().getBytes(UTF_8), FhirFormat.JSON));
  }

  @Test
  void refusesReferencesThatMultiply() {
    ObjectNode message = Fixtures.json("alone.json");
    ArrayNode contained = message.withArray("contained");
    for (int i = 0; i < 3; i++) {
      ObjectNode role =
          contained.addObject().put("resourceType", "PractitionerRole").put("id", "r" + i);
      ArrayNode places = role.putArray("location");
      for (int n = 0; n < 2_000; n++) {
        places.addObject().put("reference", "#r" + (i + 1));
      }
    }
    contained
        .addObject()
        .put("resourceType", "Practitioner")
        .put("id", "r3")
        .put("birthDate", "1985");
    message.putArray("reasonReference").addObject().put("reference", "#r0");

    assertRejected(Fixtures.single(message));
  }

  private static Reading survives(byte[] message, String file) {
    FhirFormat format = file.endsWith("xml") ? FhirFormat.XML : FhirFormat.JSON;
    Reading reading =
        file.startsWith("transaction")
            ? Fixtures.MESSAGES.bundle(message, format)
            : Fixtures.MESSAGES.create(message, format);
    if (reading instanceof Reading.Rejected) {
      assertRejected(reading);
    }
    return reading;
  }

  private static void assertRejected(Reading reading) {
    List<Finding> findings = Fixtures.rejected(reading).findings();
    assertThat(findings).isNotEmpty();
    assertThat(findings.toString()).doesNotContain(SECRETS);
  }
}
