// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

/// A coded element (CE, CWE): an identifier, a text and a system, up to three times.
///
/// @param segment in which it stands
/// @param field which one
record Coded(Segment segment, int field) {

  /// Where each of the three begins: the first, the alternate, and CWE's second alternate.
  static final int[] STARTS = {1, 4, 10};

  String code(int start) {
    return segment.text(field, start);
  }

  String system(int start) {
    return segment.text(field, start + 2);
  }

  /// How a person would name it: CWE's original text, else the first text, else the first
  /// identifier.
  String label() {
    String label = segment.text(field, 9);
    for (int start : STARTS) {
      label = label.isEmpty() ? segment.text(field, start + 1) : label;
    }
    for (int start : STARTS) {
      label = label.isEmpty() ? code(start) : label;
    }
    return label;
  }

  /// Whether one of the three is this code.
  boolean is(String code, String system) {
    for (int start : STARTS) {
      if (code(start).equals(code) && system(start).equals(system)) {
        return true;
      }
    }
    return false;
  }
}
