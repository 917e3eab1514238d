// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir.web;

import java.util.List;
import nl.cims.registry.intake.Outcome;
import nl.cims.registry.intake.Outcome.Reason;
import nl.cims.registry.intake.Outcome.Receipt;
import nl.cims.registry.intake.fhir.Finding;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;

/// Prints outcomes and findings as an OperationOutcome: what, where (as FHIRPath) and what to do.
final class Issues {

  private static final String REPLACED =
      "this was received before, and a later statement of yours holds; to return to it, send it with another meta.versionId"
          + " or recorded";

  private Issues() {}

  /// One issue about the request as a whole.
  static OperationOutcome of(IssueSeverity severity, String code, String advice) {
    OperationOutcome outcome = new OperationOutcome();
    add(outcome, severity, code, "", advice);
    return outcome;
  }

  static OperationOutcome of(List<Finding> findings) {
    OperationOutcome outcome = new OperationOutcome();
    for (Finding each : findings) {
      add(outcome, IssueSeverity.ERROR, each.code(), each.expression(), each.advice());
    }
    return outcome;
  }

  /// @param at FHIRPath of the Immunization in the message
  static OperationOutcome of(Outcome result, String at) {
    OperationOutcome outcome = new OperationOutcome();
    switch (result) {
      case Outcome.Recorded(Receipt receipt) -> received(outcome, receipt);
      case Outcome.Duplicate(Receipt receipt, boolean superseded) -> {
        received(outcome, receipt);
        if (superseded) {
          add(outcome, IssueSeverity.WARNING, "conflict", at, REPLACED);
        }
      }
      case Outcome.Quarantined(Receipt receipt, List<Reason> reasons) -> {
        received(outcome, receipt);
        reasons(outcome, IssueSeverity.WARNING, reasons, at);
      }
      case Outcome.Refused(List<Reason> reasons) ->
          reasons(outcome, IssueSeverity.ERROR, reasons, at);
    }
    return outcome;
  }

  /// Adds why one vaccination was refused or put aside.
  static void reasons(
      OperationOutcome outcome, IssueSeverity severity, List<Reason> reasons, String at) {
    for (Reason reason : reasons) {
      add(
          outcome,
          severity,
          code(reason.rule()),
          at + place(reason.field()),
          reason.rule().advice());
    }
  }

  private static void received(OperationOutcome outcome, Receipt receipt) {
    String person = receipt.anonymous() ? ", without the person" : "";
    add(
        outcome,
        IssueSeverity.INFORMATION,
        "informational",
        "",
        "received under receipt %s at %s%s"
            .formatted(receipt.message(), receipt.receivedAt(), person));
  }

  private static void add(
      OperationOutcome outcome,
      IssueSeverity severity,
      String code,
      String expression,
      String advice) {
    OperationOutcomeIssueComponent issue =
        outcome
            .addIssue()
            .setSeverity(severity)
            .setCode(IssueType.fromCode(code))
            .setDiagnostics(advice);
    if (!expression.isEmpty()) {
      issue.addExpression(expression);
    }
  }

  private static String code(Outcome.Rule rule) {
    return switch (rule) {
      case OTHER_CONTENT, ALREADY_WITHDRAWN -> "conflict";
      case ORIGINAL_UNKNOWN -> "not-found";
      case BEFORE_BIRTH, IN_FUTURE -> "business-rule";
      case VACCINE_UNKNOWN -> "code-invalid";
      case NOT_AGREED -> "forbidden";
    };
  }

  private static String place(Outcome.Field field) {
    return switch (field) {
      case IDENTIFIER -> ".identifier";
      case PERSON -> ".patient";
      case BIRTH_DATE -> ".patient.resolve().birthDate";
      case OCCURRED_ON -> ".occurrenceDateTime";
      case VACCINE -> ".vaccineCode";
      case BATCH -> ".lotNumber";
    };
  }
}
