// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

/// The conditions by which an acknowledgement says what is wrong: HL7's table 0357.
public enum Condition {
  ACCEPTED("0", "Message accepted"),
  SEGMENT_SEQUENCE("100", "Segment sequence error"),
  FIELD_MISSING("101", "Required field missing"),
  DATA_TYPE("102", "Data type error"),
  TABLE_VALUE("103", "Table value not found"),
  MESSAGE_TYPE("200", "Unsupported message type"),
  EVENT("201", "Unsupported event code"),
  PROCESSING_ID("202", "Unsupported processing id"),
  VERSION("203", "Unsupported version id"),
  UNKNOWN_KEY("204", "Unknown key identifier"),
  DUPLICATE_KEY("205", "Duplicate key identifier"),
  APPLICATION("207", "Application internal error");

  private final String code;
  private final String text;

  Condition(String code, String text) {
    this.code = code;
    this.text = text;
  }

  /// Its code in the table.
  public String code() {
    return code;
  }

  /// How the table calls it.
  public String text() {
    return text;
  }
}
