// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What became of one reported vaccination. HL7 acknowledgements, FHIR outcomes and CSV result
/// lines are printings of this, and say nothing more.
public sealed interface Outcome {

  /// It stands in the register.
  record Recorded(Receipt receipt) implements Outcome {}

  /// The same message was answered before; this is the same answer.
  ///
  /// @param superseded whether a later statement of the source holds by now, so that the sender who
  ///   means to return to this one has to state it anew
  record Duplicate(Receipt receipt, boolean superseded) implements Outcome {}

  /// It is kept, but does not count until it is repaired; or, if its one reason is
  /// [Rule#ORIGINAL_UNKNOWN], until the vaccination that it corrects or withdraws has come.
  record Quarantined(Receipt receipt, List<Reason> reasons) implements Outcome {
    public Quarantined {
      reasons = List.copyOf(reasons);
    }
  }

  /// It is not kept; the sender has to do something.
  record Refused(List<Reason> reasons) implements Outcome {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }

  /// Proof that a message is committed. The same message gets the same receipt.
  ///
  /// @param id of the vaccination in the register, the same for every message about it
  /// @param message of this message
  /// @param receivedAt when it was committed first
  /// @param anonymous whether it was kept without the person
  record Receipt(UUID id, UUID message, Instant receivedAt, boolean anonymous) {}

  /// One rule that a message breaks, and where.
  record Reason(Rule rule, Field field) {}

  /// The rules of intake, each with the sentence that tells the sender what to do.
  enum Rule {
    OTHER_CONTENT(
        "this identifier is known from you with other content; to correct it send an update (PUT) on the identifier,"
            + " for another vaccination use another identifier"),
    ORIGINAL_UNKNOWN(
        "no vaccination with this identifier is known from you yet; send the vaccination itself too, as a create"),
    ALREADY_WITHDRAWN(
        "this vaccination was withdrawn by you; report it again under a new identifier"),
    BEFORE_BIRTH("the vaccination is dated before the birth of the person; check both dates"),
    IN_FUTURE("the vaccination is dated in the future; check the date"),
    VACCINE_UNKNOWN(
        "the catalogue knows none of the vaccine codes; check them, or wait until the catalogue has them"),
    NOT_AGREED(
        "you are not registered to report vaccines of this programme; check the vaccine, or ask the register to extend"
            + " what you may report");

    private final String advice;

    Rule(String advice) {
      this.advice = advice;
    }

    /// What is wrong and what to do, in English, without personal data.
    public String advice() {
      return advice;
    }
  }

  /// The element of a message that a reason is about; each channel knows its own name for it.
  enum Field {
    IDENTIFIER,
    PERSON,
    BIRTH_DATE,
    OCCURRED_ON,
    VACCINE,
    BATCH
  }
}
