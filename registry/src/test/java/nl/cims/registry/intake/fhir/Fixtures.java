// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.Consumer;
import nl.cims.registry.intake.ReportedVaccination;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The project's own messages, and ways to change them.
final class Fixtures {

  static final FhirContext CONTEXT = FhirContext.forR4();
  static final FhirMessages MESSAGES =
      new FhirMessages(CONTEXT, new FhirSettings(500, DataSize.ofMegabytes(5)));
  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /// A BSN of the test range, which no answer may ever repeat.
  static final String BSN = "999990019";

  private Fixtures() {}

  static byte[] bytes(String name) {
    try (InputStream file = Fixtures.class.getResourceAsStream("/fhir/" + name)) {
      return Objects.requireNonNull(file, name).readAllBytes();
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  static ObjectNode json(String name) {
    return (ObjectNode) JSON.readTree(bytes(name));
  }

  static byte[] bytes(ObjectNode message) {
    return message.toString().getBytes(UTF_8);
  }

  static Reading single(String name) {
    return MESSAGES.create(bytes(name), name.endsWith("xml") ? FhirFormat.XML : FhirFormat.JSON);
  }

  /// The smallest acceptable Immunization, changed.
  static Reading singleMinimal(Consumer<ObjectNode> change) {
    ObjectNode message = json("minimal.json");
    change.accept(message);
    return single(message);
  }

  static Reading single(ObjectNode message) {
    return MESSAGES.create(bytes(message), FhirFormat.JSON);
  }

  static Reading bundle(ObjectNode message) {
    return MESSAGES.bundle(bytes(message), FhirFormat.JSON);
  }

  static ReportedVaccination understood(Reading reading) {
    return switch (reading) {
      case Reading.Understood understood -> understood.vaccination();
      case Reading.Several several ->
          several.parts().stream()
              .filter(Reading.Part.Vaccination.class::isInstance)
              .map(part -> ((Reading.Part.Vaccination) part).reported())
              .findFirst()
              .orElseThrow(() -> new AssertionError(several.toString()));
      case Reading.Rejected rejected -> throw new AssertionError(rejected.findings().toString());
    };
  }

  static Reading.Rejected rejected(Reading reading) {
    if (reading instanceof Reading.Rejected rejected) {
      return rejected;
    }
    throw new AssertionError("accepted");
  }

  static ObjectNode entry(ObjectNode bundle, int index) {
    return (ObjectNode) bundle.withArray("entry").get(index);
  }

  static ObjectNode resource(ObjectNode bundle, int index) {
    return (ObjectNode) entry(bundle, index).get("resource");
  }

  /// A Bundle of these Immunizations, each as a create.
  static ObjectNode bundleOf(String type, ObjectNode... immunizations) {
    ObjectNode bundle = JSON.createObjectNode().put("resourceType", "Bundle").put("type", type);
    ArrayNode entries = bundle.putArray("entry");
    for (ObjectNode immunization : immunizations) {
      ObjectNode entry = entries.addObject();
      entry.set("resource", immunization);
      entry.putObject("request").put("method", "POST").put("url", "Immunization");
    }
    return bundle;
  }

  /// A copy of the smallest Immunization under another identifier.
  static ObjectNode minimal(String identifier) {
    ObjectNode message = json("minimal.json");
    ((ObjectNode) message.withArray("identifier").get(0)).put("value", identifier);
    return message;
  }
}
