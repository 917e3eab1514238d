// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir.web;

import java.util.ArrayList;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import nl.cims.registry.intake.Intake;
import nl.cims.registry.intake.Outcome;
import nl.cims.registry.intake.ReceivedMessage;
import nl.cims.registry.intake.ReportedVaccination;
import nl.cims.registry.intake.Sender;
import nl.cims.registry.intake.fhir.FhirFormat;
import nl.cims.registry.intake.fhir.Reading;
import nl.cims.registry.intake.fhir.Reading.Part;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryResponseComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Hands the vaccinations of a Bundle to [Intake] and prints what became of each entry: a
/// transaction in one go, a batch one by one.
@Component
class Bundles {

  private final Intake intake;
  private final FhirWriter writer;

  Bundles(Intake intake, FhirWriter writer) {
    this.intake = intake;
    this.writer = writer;
  }

  ResponseEntity<byte[]> answer(
      Reading.Several bundle, Sender sender, ReceivedMessage message, FhirFormat format) {
    if (!bundle.atomic()) {
      List<ReportedVaccination> reports = reports(bundle);
      int unread = (int) bundle.parts().stream().filter(Part.Rejected.class::isInstance).count();
      List<Outcome> outcomes = intake.acceptEach(sender, message, reports, unread == 0);
      if (unread > 0) {
        intake.unreadable(sender, unread);
      }
      return writer.write(HttpStatus.OK, print(bundle, outcomes), format);
    }
    List<Outcome> outcomes = intake.accept(sender, message, reports(bundle));
    return outcomes.stream().anyMatch(Outcome.Refused.class::isInstance)
        ? refused(bundle, outcomes, format)
        : writer.write(HttpStatus.OK, print(bundle, outcomes), format);
  }

  private ResponseEntity<byte[]> refused(
      Reading.Several bundle, List<Outcome> outcomes, FhirFormat format) {
    OperationOutcome answer = new OperationOutcome();
    List<HttpStatus> statuses = new ArrayList<>();
    Iterator<Outcome> next = outcomes.iterator();
    for (int i = 0; i < bundle.parts().size(); i++) {
      if (bundle.parts().get(i) instanceof Part.Vaccination
          && next.next() instanceof Outcome.Refused refused
          && !refused.reasons().isEmpty()) {
        statuses.add(Statuses.of(refused));
        Issues.reasons(answer, IssueSeverity.ERROR, refused.reasons(), place(i));
      }
    }
    HttpStatus status = statuses.isEmpty() ? HttpStatus.UNPROCESSABLE_CONTENT : statuses.getFirst();
    return writer.write(status, answer, format);
  }

  private static Bundle print(Reading.Several bundle, List<Outcome> outcomes) {
    Bundle answer = new Bundle();
    answer.setType(bundle.atomic() ? BundleType.TRANSACTIONRESPONSE : BundleType.BATCHRESPONSE);
    Iterator<Outcome> next = outcomes.iterator();
    for (int i = 0; i < bundle.parts().size(); i++) {
      BundleEntryResponseComponent response = answer.addEntry().getResponse();
      switch (bundle.parts().get(i)) {
        case Part.Vaccination(var reported, boolean update) ->
            print(next.next(), update, place(i), response);
        case Part.Supporting supporting -> supporting(response);
        case Part.Rejected(var findings) -> {
          response.setStatus(text(Statuses.of(findings)));
          response.setOutcome(Issues.of(findings));
        }
      }
    }
    return answer;
  }

  private static void print(
      Outcome outcome, boolean update, String place, BundleEntryResponseComponent response) {
    response.setStatus(text(Statuses.of(outcome, update)));
    response.setOutcome(Issues.of(outcome, place));
    switch (outcome) {
      case Outcome.Recorded(var receipt) -> receipt(response, receipt);
      case Outcome.Duplicate(var receipt, var superseded) -> receipt(response, receipt);
      case Outcome.Quarantined(var receipt, var reasons) -> receipt(response, receipt);
      case Outcome.Refused refused -> {
        // No receipt for what is not kept.
      }
    }
  }

  private static void receipt(BundleEntryResponseComponent response, Outcome.Receipt receipt) {
    response.setLocation("Immunization/" + receipt.id());
    response.setLastModified(Date.from(receipt.receivedAt()));
  }

  private static void supporting(BundleEntryResponseComponent response) {
    response.setStatus(text(HttpStatus.OK));
    response.setOutcome(
        Issues.of(
            IssueSeverity.INFORMATION,
            "informational",
            "read as part of the vaccinations that refer to it; it is not kept as a resource of its own"));
  }

  private static List<ReportedVaccination> reports(Reading.Several bundle) {
    return bundle.parts().stream()
        .filter(Part.Vaccination.class::isInstance)
        .map(part -> ((Part.Vaccination) part).reported())
        .toList();
  }

  private static String place(int entry) {
    return "Bundle.entry[%d].resource".formatted(entry);
  }

  private static String text(HttpStatus status) {
    return status.value() + " " + status.getReasonPhrase();
  }
}
