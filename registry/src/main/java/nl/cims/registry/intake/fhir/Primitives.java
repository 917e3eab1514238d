// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

import java.util.Map;
import java.util.regex.Pattern;
import nl.cims.registry.intake.fhir.Element.Form;

/// The forms of FHIR R4's primitive types, after the expressions in its specification (section
/// 2.24.0.1).
final class Primitives {

  private static final String YEAR = "([1-9]\\d{3}|0\\d{2}[1-9]|0\\d[1-9]0|0[1-9]00)";
  private static final String MONTH = "(0[1-9]|1[0-2])";
  private static final String DAY = "(0[1-9]|[12]\\d|3[01])";
  private static final String CLOCK = "([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d{1,9})?";
  private static final String ZONE = "(Z|[+-]((0\\d|1[0-3]):[0-5]\\d|14:00))";

  private static final Map<String, Pattern> FORMS =
      Map.ofEntries(
          form("date", YEAR + "(-" + MONTH + "(-" + DAY + ")?)?"),
          form("dateTime", YEAR + "(-" + MONTH + "(-" + DAY + "(T" + CLOCK + ZONE + ")?)?)?"),
          form("instant", YEAR + "-" + MONTH + "-" + DAY + "T" + CLOCK + ZONE),
          form("time", CLOCK),
          form("boolean", "true|false"),
          form("integer", "0|-?[1-9]\\d{0,9}"),
          form("unsignedInt", "0|[1-9]\\d{0,9}"),
          form("positiveInt", "[1-9]\\d{0,9}"),
          form("decimal", "-?(0|[1-9]\\d{0,17})(\\.\\d{1,17})?([eE][+-]?\\d{1,2})?"),
          form("code", "\\S+( \\S+)*"),
          form("id", "[A-Za-z0-9\\-.]{1,64}"),
          form("uri", "\\S+"),
          form("url", "\\S+"),
          form("canonical", "\\S+"),
          form("oid", "urn:oid:[0-2](\\.(0|[1-9]\\d*))+"),
          form("uuid", "urn:uuid:[0-9a-fA-F-]{36}"));

  private Primitives() {}

  /// Whether this text can be of this type. Any text is a string, except none.
  static boolean allows(String type, String value) {
    if (value.isBlank()) {
      return false;
    }
    Pattern form = FORMS.get(type);
    return form == null || form.matcher(value).matches();
  }

  /// Whether JSON writes this type so: numbers bare, truth values bare, everything else in quotes.
  static boolean written(String type, Form form) {
    return switch (type) {
      case "boolean" -> form == Form.BOOLEAN || form == Form.XML;
      case "integer", "unsignedInt", "positiveInt", "decimal" ->
          form == Form.NUMBER || form == Form.XML;
      default -> form == Form.TEXT || form == Form.XML;
    };
  }

  private static Map.Entry<String, Pattern> form(String type, String expression) {
    return Map.entry(type, Pattern.compile(expression));
  }
}
