// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import nl.cims.contracts.citizen.AccessLogProof;
import nl.cims.pages.Language;
import nl.cims.portal.login.Citizen;
import nl.cims.portal.register.Answer;
import nl.cims.portal.register.Register;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/// The proof that a line of the access log cannot be changed unseen, as a file.
@Controller
class LogProofs {

  private final Register register;
  private final Refusals refusals;
  private final Frames frames;
  private final JsonMapper json;

  LogProofs(Register register, Refusals refusals, Frames frames, JsonMapper json) {
    this.register = register;
    this.refusals = refusals;
    this.frames = frames;
    this.json = json;
  }

  /// @param regel the number of the line, which says nothing about anybody
  @GetMapping({
    "/nl/mijn-gegevens/inzage-dossier/bewijs.json",
    "/en/my-details/who-viewed-my-record/proof.json"
  })
  Object proof(
      @AuthenticationPrincipal Citizen citizen,
      @RequestParam UUID regel,
      HttpServletRequest request,
      HttpServletResponse response) {
    return switch (register.proof(citizen, regel)) {
      case Answer.Given<AccessLogProof>(AccessLogProof proof) when proof.inclusion().isEmpty() ->
          refusals.noProofYet(request, response);
      case Answer.Given<AccessLogProof>(AccessLogProof proof) -> file(proof, request);
      case Answer.Refused<AccessLogProof>(Answer.Refusal reason) ->
          refusals.show(reason, request, response);
    };
  }

  private ResponseEntity<byte[]> file(AccessLogProof proof, HttpServletRequest request) {
    Language language = Language.ofPath(request.getRequestURI()).orElse(Language.NL);
    String name = frames.texts(language).say("accessLog.proof.file") + ".json";
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(proof));
  }
}
