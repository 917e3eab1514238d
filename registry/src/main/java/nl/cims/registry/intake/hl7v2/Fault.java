// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

/// What this coupling refuses a message for; the name stands in ERR-5.
public enum Fault {
  // The message as a whole, whatever is in it: answered with AR.
  UNREADABLE(Condition.SEGMENT_SEQUENCE, true),
  TOO_LARGE(Condition.APPLICATION, true),
  CHARACTERS(Condition.DATA_TYPE, true),
  CHARACTER_SET(Condition.TABLE_VALUE, true),
  CONTROL_ID_MISSING(Condition.FIELD_MISSING, true),
  MESSAGE_TYPE(Condition.MESSAGE_TYPE, true),
  EVENT(Condition.EVENT, true),
  PROCESSING_ID(Condition.PROCESSING_ID, true),
  VERSION(Condition.VERSION, true),
  CONTINUATION(Condition.APPLICATION, true),
  SENDER_UNKNOWN(Condition.APPLICATION, true),
  // What it says: answered with AE.
  SEGMENT_MALFORMED(Condition.SEGMENT_SEQUENCE, false),
  SEGMENT_MISSING(Condition.SEGMENT_SEQUENCE, false),
  SEGMENT_REPEATED(Condition.SEGMENT_SEQUENCE, false),
  SEGMENT_MISPLACED(Condition.SEGMENT_SEQUENCE, false),
  FIELD_MISSING(Condition.FIELD_MISSING, false),
  VALUE_INVALID(Condition.DATA_TYPE, false),
  CODE_UNKNOWN(Condition.TABLE_VALUE, false),
  CONTRADICTION(Condition.DATA_TYPE, false),
  NOT_ADMINISTERED(Condition.TABLE_VALUE, false),
  // On our side: answered with AE.
  TRY_AGAIN(Condition.APPLICATION, false),
  INTERNAL(Condition.APPLICATION, false);

  private final Condition condition;
  private final boolean rejects;

  Fault(Condition condition, boolean rejects) {
    this.condition = condition;
    this.rejects = rejects;
  }

  /// What HL7 calls it.
  public Condition condition() {
    return condition;
  }

  /// Whether the message is rejected (AR) for it, without a look at what it says.
  public boolean rejects() {
    return rejects;
  }
}
