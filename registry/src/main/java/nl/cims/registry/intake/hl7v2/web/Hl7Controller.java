// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.Optional;
import nl.cims.registry.access.Parties;
import nl.cims.registry.access.Party;
import nl.cims.registry.intake.hl7v2.Fault;
import nl.cims.registry.intake.hl7v2.Hl7Settings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Takes HL7 v2 messages from vaccinating parties, alone or in batch files, and answers with
/// acknowledgements in the media type of the message.
@RestController
class Hl7Controller {

  private static final String HL7 = "application/hl7-v2";
  private static final String HL7_ER7 = "application/hl7-v2+er7";
  private static final String HL7_ER7_OF_OLD = "x-application/hl7-v2+er7";

  private final Deliveries deliveries;
  private final Parties parties;
  private final Hl7Settings settings;

  Hl7Controller(Deliveries deliveries, Parties parties, Hl7Settings settings) {
    this.deliveries = deliveries;
    this.parties = parties;
    this.settings = settings;
  }

  /// Over HTTPS: the party is whoever the request is authenticated as.
  @PostMapping(
      path = "/hl7v2",
      consumes = {HL7, HL7_ER7, HL7_ER7_OF_OLD})
  ResponseEntity<byte[]> post(HttpServletRequest request, Principal source) {
    return answer(request, parties.reporting(source.getName(), Party.Channel.HL7V2));
  }

  /// Over MLLP, where there is no token: the party is whose certificate the gateway has seen. Only
  /// the gateway reaches this address.
  @PostMapping(path = "/hl7v2/mllp", consumes = HL7)
  ResponseEntity<byte[]> mllp(
      HttpServletRequest request, @RequestHeader(ClientCertificate.HEADER) String certificate) {
    return answer(
        request,
        ClientCertificate.subject(certificate)
            .flatMap(parties::byCertificate)
            .flatMap(party -> parties.reporting(party.id(), Party.Channel.HL7V2)));
  }

  private ResponseEntity<byte[]> answer(HttpServletRequest request, Optional<Party> party) {
    Reply reply = reply(request, party);
    MediaType asked = MediaType.parseMediaType(request.getContentType());
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(reply.status())
            .contentType(new MediaType(asked.getType(), asked.getSubtype(), reply.charset()));
    if (reply.status() == HttpStatus.SERVICE_UNAVAILABLE) {
      answer.header(HttpHeaders.RETRY_AFTER, Long.toString(Reply.WAIT_SECONDS));
    }
    return answer.body(reply.bytes());
  }

  private Reply reply(HttpServletRequest request, Optional<Party> party) {
    int most = Math.toIntExact(settings.file().toBytes());
    try (InputStream in = request.getInputStream()) {
      byte[] body = in.readNBytes(most + 1);
      return body.length > most
          ? deliveries.refuse(
              Fault.TOO_LARGE,
              "a file has at most %d kB; divide it".formatted(settings.file().toKilobytes()))
          : deliveries.take(party, body);
    } catch (IOException cut) {
      return deliveries.refuse(Fault.UNREADABLE, "the message broke off; send it again");
    }
  }
}
