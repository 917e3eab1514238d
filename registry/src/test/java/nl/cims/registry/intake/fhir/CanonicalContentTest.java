// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

import static nl.cims.registry.intake.fhir.Fixtures.bytes;
import static nl.cims.registry.intake.fhir.Fixtures.json;
import static nl.cims.registry.intake.fhir.Fixtures.single;
import static nl.cims.registry.intake.fhir.Fixtures.understood;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class CanonicalContentTest {

  private static final byte[] ALONE = understood(single("alone.json")).content();

  @Test
  void isTheSameInXml() {
    assertThat(understood(single("alone.xml")).content()).isEqualTo(ALONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"transaction.json", "transaction.xml"})
  void isTheSameInABundle(String file) {
    FhirFormat format = file.endsWith("xml") ? FhirFormat.XML : FhirFormat.JSON;

    assertThat(understood(Fixtures.MESSAGES.bundle(bytes(file), format)).content())
        .isEqualTo(ALONE);
  }

  @RepeatedTest(20)
  void doesNotDependOnTheOrderOfKeysAndEntriesNorOnWhiteSpace(RepetitionInfo repetition) {
    Random chance = new Random(repetition.getCurrentRepetition());
    ObjectNode bundle = (ObjectNode) shuffled(json("transaction.json"), chance);
    List<JsonNode> entries = new ArrayList<>();
    bundle.withArray("entry").forEach(entries::add);
    Collections.shuffle(entries, chance);
    bundle.putArray("entry").addAll(entries);
    byte[] pretty = Fixtures.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(bundle);

    assertThat(understood(Fixtures.MESSAGES.bundle(pretty, FhirFormat.JSON)).content())
        .isEqualTo(ALONE);
  }

  @RepeatedTest(20)
  void isTheSameInXmlWhateverIsGenerated(RepetitionInfo repetition) {
    ObjectNode message = json("alone.json");
    Random chance = new Random(repetition.getCurrentRepetition());
    List<String> optional =
        new ArrayList<>(List.of("note", "site", "route", "performer", "doseQuantity", "location"));
    Collections.shuffle(optional, chance);
    optional.subList(0, chance.nextInt(optional.size())).forEach(message::remove);
    message.put(
        "occurrenceDateTime", "20%02d-0%d".formatted(chance.nextInt(27), 1 + chance.nextInt(9)));
    message.putArray("note").addObject().put("text", "Één <ü> & \"" + chance.nextInt() + "\" 𝄞");
    String xml =
        Fixtures.CONTEXT
            .newXmlParser()
            .encodeResourceToString(
                Fixtures.CONTEXT.newJsonParser().parseResource(message.toString()));

    assertThat(
            understood(
                    Fixtures.MESSAGES.create(
                        xml.getBytes(java.nio.charset.StandardCharsets.UTF_8), FhirFormat.XML))
                .content())
        .isEqualTo(understood(single(message)).content());
  }

  @ParameterizedTest
  @MethodSource("changesThatDoNotMatter")
  void overlooks(String what, Consumer<ObjectNode> change) {
    ObjectNode message = json("alone.json");
    change.accept(message);

    assertThat(understood(single(message)).content()).as(what).isEqualTo(ALONE);
  }

  static Stream<Arguments> changesThatDoNotMatter() {
    return Stream.of(
        change("the id", it -> it.put("id", "other")),
        change("the profile", it -> ((ObjectNode) it.get("meta")).putArray("profile").add("urn:x")),
        change(
            "when a server touched it",
            it -> ((ObjectNode) it.get("meta")).put("lastUpdated", "2026-10-03T14:05:00Z")),
        change(
            "the narrative",
            it ->
                it.putObject("text")
                    .put("status", "generated")
                    .put("div", "<div xmlns=\"http://www.w3.org/1999/xhtml\">x</div>")));
  }

  @ParameterizedTest
  @MethodSource("changesThatMatter")
  void notices(String what, Consumer<ObjectNode> change) {
    ObjectNode message = json("alone.json");
    change.accept(message);

    assertThat(understood(single(message)).content()).as(what).isNotEqualTo(ALONE);
  }

  static Stream<Arguments> changesThatMatter() {
    return Stream.of(
        change("the version", it -> ((ObjectNode) it.get("meta")).put("versionId", "2")),
        change("when it was recorded", it -> it.put("recorded", "2026-10-04")),
        change("the date", it -> it.put("occurrenceDateTime", "2026-10-04")),
        change(
            "the quantity's precision",
            it ->
                ((ObjectNode) it.get("doseQuantity"))
                    .put("value", new java.math.BigDecimal("0.3"))),
        change("a note", it -> it.withArray("note").addObject().put("text", "meer")),
        change("the order of notes", it -> swap(it.withArray("note"))),
        change(
            "an extension",
            it -> it.withArray("extension").addObject().put("url", "urn:x").put("valueCode", "y")),
        change(
            "the patient",
            it -> ((ObjectNode) it.withArray("contained").get(0)).put("birthDate", "1985-11")),
        change(
            "a resource two references away",
            it -> ((ObjectNode) it.withArray("contained").get(3)).put("name", "Andere GGD")));
  }

  @Test
  void keepsAReferenceThatPointsOutsideTheMessage() {
    ObjectNode first = json("minimal.json");
    first.putObject("encounter").put("reference", "Encounter/1");
    ObjectNode second = first.deepCopy();
    second.putObject("encounter").put("reference", "Encounter/2");

    assertThat(understood(single(first)).content())
        .isNotEqualTo(understood(single(second)).content());
  }

  @Test
  void comesToAnEndWhenReferencesGoRound() {
    ObjectNode message = json("alone.json");
    ((ObjectNode) message.withArray("contained").get(3)).putObject("partOf").put("reference", "#o");

    assertThat(understood(single(message)).content()).isNotEmpty();
  }

  private static Arguments change(String what, Consumer<ObjectNode> change) {
    return Arguments.of(what, change);
  }

  private static void swap(ArrayNode array) {
    JsonNode first = array.get(0);
    array.remove(0);
    array.add(first);
  }

  private static JsonNode shuffled(JsonNode node, Random chance) {
    if (node instanceof ObjectNode object) {
      List<Map.Entry<String, JsonNode>> properties = new ArrayList<>(object.properties());
      Collections.shuffle(properties, chance);
      ObjectNode other = Fixtures.JSON.createObjectNode();
      properties.forEach(it -> other.set(it.getKey(), shuffled(it.getValue(), chance)));
      return other;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode other = Fixtures.JSON.createArrayNode();
      array.forEach(it -> other.add(shuffled(it, chance)));
      return other;
    }
    return node;
  }
}
