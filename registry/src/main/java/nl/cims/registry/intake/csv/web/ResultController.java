// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.UUID;
import nl.cims.contracts.problem.ProblemType;
import nl.cims.registry.intake.Receipts;
import nl.cims.registry.intake.csv.Language;
import nl.cims.registry.intake.csv.ResultFile;
import nl.cims.registry.intake.csv.Template;
import nl.cims.registry.intake.csv.Upload;
import nl.cims.registry.intake.csv.Uploads;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Tells parties what became of their files, each of its own only, and how a file looks.
@RestController
class ResultController {

  private static final String CSV = "text/csv;charset=UTF-8;header=present";
  private static final String MARKDOWN = "text/markdown;charset=UTF-8";

  private final Uploads uploads;
  private final ResultFile results;
  private final Receipts receipts;
  private final Senders senders;

  ResultController(Uploads uploads, ResultFile results, Receipts receipts, Senders senders) {
    this.receipts = receipts;
    this.uploads = uploads;
    this.results = results;
    this.senders = senders;
  }

  /// How far a file is.
  @GetMapping(UploadView.PATH + "/{id}")
  ResponseEntity<UploadView> status(@PathVariable UUID id, Principal caller) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(UploadView.of(senders.source(caller), own(id, caller), receipts));
  }

  /// What became of each row.
  @GetMapping(UploadView.PATH + "/{id}/result")
  void result(
      @PathVariable UUID id,
      Principal caller,
      @RequestParam(defaultValue = "nl") String language,
      HttpServletResponse response)
      throws IOException {
    Language wanted = Senders.language(language);
    Upload upload = own(id, caller);
    response.setContentType(CSV);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    try {
      results.write(upload, wanted, response.getOutputStream());
    } catch (DataAccessException | TransactionException | UncheckedIOException cause) {
      throw response.isCommitted() ? new ResultBrokeOff(cause) : cause;
    }
  }

  /// An empty file to start from.
  @GetMapping("/csv/v1/template")
  ResponseEntity<byte[]> template(@RequestParam(defaultValue = "nl") String language) {
    return csv().body(bytes(Template.header(Senders.language(language))));
  }

  /// What goes into each column.
  @GetMapping("/csv/v1/template/columns")
  ResponseEntity<byte[]> columns(@RequestParam(defaultValue = "nl") String language) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, MARKDOWN)
        .body(bytes(Template.explanations(Senders.language(language))));
  }

  static ResponseEntity.BodyBuilder csv() {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, CSV)
        .cacheControl(CacheControl.noStore());
  }

  private Upload own(UUID id, Principal caller) {
    return uploads
        .find(id, senders.source(caller))
        .orElseThrow(
            () -> new RequestRefused(ProblemType.NOT_FOUND, "There is no such upload of yours."));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
