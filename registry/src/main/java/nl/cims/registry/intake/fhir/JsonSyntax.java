// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

import java.util.List;
import nl.cims.registry.intake.fhir.Element.Form;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// Reads FHIR's JSON into elements. A primitive and its underscored twin (`birthDate`,
/// `_birthDate`) become one element. Refuses what JSON leaves open and FHIR forbids: names that
/// come twice, `null` outside arrays, empty arrays.
final class JsonSyntax {

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Limits.DEPTH * 2)
                  .maxNameLength(200)
                  .maxNumberLength(100)
                  .build())
          .build();

  private final JsonParser parser;
  private final Limits limits = Limits.ofOneMessage();

  private JsonSyntax(JsonParser parser) {
    this.parser = parser;
  }

  /// @throws Unreadable if it is not one JSON object
  static Element read(byte[] body) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
      Element root = Element.root();
      new JsonSyntax(parser).document(root);
      return root;
    } catch (StreamConstraintsException tooMuch) {
      throw new Unreadable(
          "too-costly", "the JSON is nested too deeply or has a name or number that is too long");
    } catch (JacksonException noJson) {
      throw new Unreadable("structure", "this is not valid JSON" + where(noJson));
    }
  }

  private void document(Element root) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new Unreadable("structure", "the message is not one JSON object");
    }
    object(root);
    if (parser.nextToken() != null) {
      throw new Unreadable("structure", "something follows after the JSON object" + here());
    }
  }

  private void object(Element into) {
    int properties = 0;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      properties++;
      if (properties > Limits.PROPERTIES) {
        throw new Unreadable("too-costly", "a JSON object has too many properties" + here());
      }
      property(into, parser.currentName());
    }
  }

  private void property(Element into, String key) {
    JsonToken token = parser.nextToken();
    if (key.equals("resourceType")) {
      resourceType(into, token);
    } else if (key.length() > 1 && key.charAt(0) == '_') {
      values(into, key.substring(1), token, true);
    } else {
      values(into, key, token, false);
    }
  }

  private void resourceType(Element into, JsonToken token) {
    if (token != JsonToken.VALUE_STRING || into.resourceType() != null) {
      throw new Unreadable("structure", "resourceType is one text, once in a resource" + here());
    }
    into.beResource(parser.getString());
  }

  private void values(Element into, String name, JsonToken token, boolean twin) {
    List<Element> before = into.all(name);
    if (token != JsonToken.START_ARRAY) {
      if (token == JsonToken.VALUE_NULL) {
        throw new Unreadable("structure", "null stands where FHIR wants a value" + here());
      }
      value(slot(into, name, before, 0, false), token, twin);
      return;
    }
    int index = 0;
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      value(slot(into, name, before, index, true), next, twin);
      index++;
    }
    if (index == 0) {
      throw new Unreadable("structure", "an array is empty; leave it out" + here());
    }
  }

  private Element slot(Element into, String name, List<Element> before, int index, boolean array) {
    if (index < before.size()) {
      Element twin = before.get(index);
      if (twin.inArray() != array) {
        throw new Unreadable("structure", "a property and its twin differ in form" + here());
      }
      return twin;
    }
    limits.count();
    return into.add(name, index, array);
  }

  private void value(Element element, JsonToken token, boolean twin) {
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    if (!element.claim(twin)) {
      throw new Unreadable("structure", "a JSON object has the same name twice" + here());
    }
    switch (token) {
      case START_OBJECT -> object(element);
      case VALUE_STRING -> scalar(element, Form.TEXT, twin);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(element, Form.NUMBER, twin);
      case VALUE_TRUE, VALUE_FALSE -> scalar(element, Form.BOOLEAN, twin);
      default -> throw new Unreadable("structure", "an array stands in an array" + here());
    }
  }

  private void scalar(Element element, Form form, boolean twin) {
    if (twin) {
      throw new Unreadable("structure", "a property that starts with _ is an object" + here());
    }
    element.write(parser.getString(), form);
  }

  private String here() {
    return ", at line " + parser.currentLocation().getLineNr();
  }

  private static String where(JacksonException noJson) {
    return noJson.getLocation() == null
        ? ""
        : ", see line %d, column %d"
            .formatted(noJson.getLocation().getLineNr(), noJson.getLocation().getColumnNr());
  }
}
