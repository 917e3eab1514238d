// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import nl.cims.registry.access.Party;
import nl.cims.registry.intake.Intake;
import nl.cims.registry.intake.Outcome;
import nl.cims.registry.intake.ReceivedMessage;
import nl.cims.registry.intake.ReportedVaccination;
import nl.cims.registry.intake.Sender;
import nl.cims.registry.intake.fhir.FhirFormat;
import nl.cims.registry.intake.fhir.FhirMessages;
import nl.cims.registry.intake.fhir.FhirSettings;
import nl.cims.registry.intake.fhir.Finding;
import nl.cims.registry.intake.fhir.Reading;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/// Takes FHIR messages from vaccinating parties: reads them, hands them to [Intake] and prints what
/// became of them. The source is whoever the request is authenticated as.
@RestController
class FhirController {

  private static final String RECEIPT = "CIMS-Receipt";

  private final FhirMessages messages;
  private final FhirSettings settings;
  private final Intake intake;
  private final Bundles bundles;
  private final FhirWriter writer;

  FhirController(
      FhirMessages messages,
      FhirSettings settings,
      Intake intake,
      Bundles bundles,
      FhirWriter writer) {
    this.messages = messages;
    this.settings = settings;
    this.intake = intake;
    this.bundles = bundles;
    this.writer = writer;
  }

  /// Records a vaccination.
  @PostMapping("/fhir/Immunization")
  ResponseEntity<byte[]> create(HttpServletRequest request, Principal source) {
    FhirFormat format = Negotiation.ofBody(request);
    FhirFormat answer = Negotiation.ofAnswer(request);
    byte[] body = body(request);
    return single(messages.create(body, format), source, message(request, body), answer, false);
  }

  /// Corrects or withdraws a vaccination.
  @PutMapping("/fhir/Immunization")
  ResponseEntity<byte[]> update(HttpServletRequest request, Principal source) {
    FhirFormat format = Negotiation.ofBody(request);
    FhirFormat answer = Negotiation.ofAnswer(request);
    byte[] body = body(request);
    return single(
        messages.update(body, format, Negotiation.query(request)),
        source,
        message(request, body),
        answer,
        true);
  }

  /// Records, corrects and withdraws what is in a Bundle.
  @PostMapping({"/fhir", "/fhir/"})
  ResponseEntity<byte[]> bundle(HttpServletRequest request, Principal source) {
    FhirFormat format = Negotiation.ofBody(request);
    FhirFormat answer = Negotiation.ofAnswer(request);
    byte[] body = body(request);
    return switch (messages.bundle(body, format)) {
      case Reading.Several several ->
          bundles.answer(several, sender(source), message(request, body), answer);
      case Reading.Rejected(var findings) -> rejected(findings, source, answer);
      case Reading.Understood alone -> throw new IllegalStateException("a Bundle was read as one");
    };
  }

  private ResponseEntity<byte[]> single(
      Reading reading,
      Principal source,
      ReceivedMessage message,
      FhirFormat answer,
      boolean update) {
    return switch (reading) {
      case Reading.Understood(ReportedVaccination reported) -> {
        Outcome outcome = intake.accept(sender(source), message, List.of(reported)).getFirst();
        yield writer.write(
            Statuses.of(outcome, update),
            Issues.of(outcome, "Immunization"),
            answer,
            headers(outcome));
      }
      case Reading.Rejected(var findings) -> rejected(findings, source, answer);
      case Reading.Several several -> throw new IllegalStateException("one was read as a Bundle");
    };
  }

  /// What cannot be read counts as one report: nobody knows how many there are in it.
  private ResponseEntity<byte[]> rejected(
      List<Finding> findings, Principal source, FhirFormat answer) {
    intake.unreadable(sender(source), 1);
    return writer.write(Statuses.of(findings), Issues.of(findings), answer);
  }

  private static HttpHeaders headers(Outcome outcome) {
    HttpHeaders headers = new HttpHeaders();
    switch (outcome) {
      case Outcome.Recorded(var receipt) -> receipt(headers, receipt);
      case Outcome.Duplicate(var receipt, var superseded) -> receipt(headers, receipt);
      case Outcome.Quarantined(var receipt, var reasons) -> receipt(headers, receipt);
      case Outcome.Refused refused -> {
        // No receipt for what is not kept.
      }
    }
    return headers;
  }

  private static void receipt(HttpHeaders headers, Outcome.Receipt receipt) {
    headers.set(HttpHeaders.LOCATION, "/fhir/Immunization/" + receipt.id());
    headers.set(RECEIPT, receipt.message().toString());
  }

  private static Sender sender(Principal source) {
    return Sender.of(source.getName(), Party.Channel.FHIR);
  }

  private static ReceivedMessage message(HttpServletRequest request, byte[] body) {
    return new ReceivedMessage(String.valueOf(request.getContentType()), body);
  }

  private byte[] body(HttpServletRequest request) {
    int most = Math.toIntExact(settings.size().toBytes());
    try (InputStream in = request.getInputStream()) {
      byte[] body = in.readNBytes(most + 1);
      if (body.length > most) {
        throw new RequestRefused(
            HttpStatus.CONTENT_TOO_LARGE,
            "too-long",
            "a message has at most %d kB; send it in parts"
                .formatted(settings.size().toKilobytes()),
            Map.of(HttpHeaders.CONNECTION, "close"));
      }
      return body;
    } catch (IOException cut) {
      throw new RequestRefused(
          HttpStatus.BAD_REQUEST, "incomplete", "the message broke off; send it again");
    }
  }
}
