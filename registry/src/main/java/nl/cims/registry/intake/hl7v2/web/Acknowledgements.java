// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.cims.registry.intake.Outcome;
import nl.cims.registry.intake.Outcome.Reason;
import nl.cims.registry.intake.Outcome.Receipt;
import nl.cims.registry.intake.Outcome.Rule;
import nl.cims.registry.intake.hl7v2.Condition;
import nl.cims.registry.intake.hl7v2.Fault;
import nl.cims.registry.intake.hl7v2.Finding;
import nl.cims.registry.intake.hl7v2.Header;
import nl.cims.registry.intake.hl7v2.Place;
import nl.cims.registry.intake.hl7v2.Reading.Told;
import nl.cims.registry.intake.hl7v2.web.Acknowledgement.Code;
import nl.cims.registry.intake.hl7v2.web.Acknowledgement.Line;
import nl.cims.registry.intake.hl7v2.web.Acknowledgement.Severity;

/// Says outcomes and findings in the words of HL7.
final class Acknowledgements {

  private Acknowledgements() {}

  /// One reason for the message as a whole.
  static Acknowledgement of(Header header, Fault fault, String advice) {
    return of(header, List.of(new Finding(fault, Place.of("MSH", 1), advice)));
  }

  static Acknowledgement of(Header header, List<Finding> findings) {
    boolean rejected = findings.stream().anyMatch(it -> it.fault().rejects());
    return new Acknowledgement(
        header,
        rejected ? Code.AR : Code.AE,
        findings.stream()
            .map(
                it ->
                    new Line(
                        it.place(),
                        it.fault().condition(),
                        Severity.E,
                        it.fault().name(),
                        it.advice()))
            .toList());
  }

  /// @param outcomes one for each of the vaccinations, in their order
  static Acknowledgement of(Header header, List<Told> told, List<Outcome> outcomes) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      lines.addAll(lines(told.get(i), outcomes.get(i)));
    }
    boolean refused = outcomes.stream().anyMatch(Outcome.Refused.class::isInstance);
    return new Acknowledgement(header, refused ? Code.AE : Code.AA, lines);
  }

  private static List<Line> lines(Told told, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Recorded(Receipt receipt) -> List.of(received(told, receipt));
      case Outcome.Duplicate(Receipt receipt, boolean superseded) ->
          superseded
              ? List.of(received(told, receipt), replaced(told))
              : List.of(received(told, receipt));
      case Outcome.Quarantined(Receipt receipt, List<Reason> reasons) ->
          Stream.concat(
                  Stream.of(received(told, receipt)),
                  reasons.stream().map(it -> reason(told, it, Severity.W)))
              .toList();
      case Outcome.Refused(List<Reason> reasons) ->
          reasons.stream().map(it -> reason(told, it, Severity.E)).toList();
    };
  }

  private static Line received(Told told, Receipt receipt) {
    String person = receipt.anonymous() ? ", without the person" : "";
    return new Line(
        told.order(),
        Condition.ACCEPTED,
        Severity.I,
        "RECEIVED",
        "received under receipt %s at %s%s"
            .formatted(receipt.message(), receipt.receivedAt(), person));
  }

  private static Line replaced(Told told) {
    return new Line(
        told.order(),
        Condition.DUPLICATE_KEY,
        Severity.W,
        "SUPERSEDED",
        "this was received before, and a later statement of yours holds; to return to it, send it"
            + " with another ORC-9");
  }

  private static Line reason(Told told, Reason reason, Severity severity) {
    return new Line(
        told.place(reason.field()),
        condition(reason.rule()),
        severity,
        reason.rule().name(),
        advice(reason.rule()));
  }

  private static Condition condition(Rule rule) {
    return switch (rule) {
      case OTHER_CONTENT, ALREADY_WITHDRAWN -> Condition.DUPLICATE_KEY;
      case ORIGINAL_UNKNOWN -> Condition.UNKNOWN_KEY;
      case BEFORE_BIRTH, IN_FUTURE -> Condition.DATA_TYPE;
      case VACCINE_UNKNOWN, NOT_AGREED -> Condition.TABLE_VALUE;
    };
  }

  /// Where intake's own sentence speaks of what other channels do.
  private static String advice(Rule rule) {
    return switch (rule) {
      case OTHER_CONTENT ->
          "this order number is known from you with other content; to correct it send RXA-21 U, for"
              + " another vaccination use another number";
      case ORIGINAL_UNKNOWN ->
          "no vaccination with this order number is known from you yet; send the vaccination itself"
              + " too, with RXA-21 A";
      case ALREADY_WITHDRAWN ->
          "this vaccination was withdrawn by you; report it again under a new order number";
      case BEFORE_BIRTH, IN_FUTURE, VACCINE_UNKNOWN, NOT_AGREED -> rule.advice();
    };
  }
}
