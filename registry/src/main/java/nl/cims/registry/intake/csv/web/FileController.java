// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.security.Principal;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import nl.cims.contracts.problem.ProblemType;
import nl.cims.registry.intake.Receipts;
import nl.cims.registry.intake.csv.CsvSettings;
import nl.cims.registry.intake.csv.DryRun;
import nl.cims.registry.intake.csv.Language;
import nl.cims.registry.intake.csv.Reception;
import nl.cims.registry.intake.csv.UnusableFile;
import nl.cims.registry.intake.csv.Uploads;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Takes files of parties, some at a time. The source is whoever the request is authenticated as.
@RestController
class FileController {

  private static final String CSV = "text/csv";

  private final Reception reception;
  private final Uploads uploads;
  private final DryRun dryRun;
  private final Receipts receipts;
  private final Senders senders;
  private final Semaphore places;

  FileController(
      Reception reception,
      Uploads uploads,
      DryRun dryRun,
      Receipts receipts,
      Senders senders,
      CsvSettings settings) {
    this.receipts = receipts;
    this.reception = reception;
    this.uploads = uploads;
    this.dryRun = dryRun;
    this.senders = senders;
    this.places = new Semaphore(settings.uploadsAtOnce());
  }

  /// Keeps a file; its rows are registered after the answer.
  @PostMapping(path = UploadView.PATH, consumes = CSV)
  ResponseEntity<UploadView> upload(
      HttpServletRequest request,
      Principal caller,
      @RequestParam(defaultValue = "nl") String language)
      throws IOException {
    String source = senders.source(caller);
    UUID id = read(request, Senders.language(language), file -> reception.receive(source, file));
    return ResponseEntity.accepted()
        .location(URI.create(UploadView.path(id)))
        .body(UploadView.of(source, uploads.find(id, source).orElseThrow(), receipts));
  }

  /// Says what is wrong with a file, and keeps nothing.
  @PostMapping(path = "/csv/v1/dry-runs", consumes = CSV)
  ResponseEntity<byte[]> dryRun(
      HttpServletRequest request,
      Principal caller,
      @RequestParam(defaultValue = "nl") String language)
      throws IOException {
    String source = senders.source(caller);
    Language answer = Senders.language(language);
    byte[] result = read(request, answer, file -> dryRun.check(source, file, answer));
    return ResultController.csv().body(result);
  }

  private <T> T read(HttpServletRequest request, Language language, Function<InputStream, T> work)
      throws IOException {
    if (!places.tryAcquire()) {
      throw new RequestRefused(
          ProblemType.UPSTREAM_UNAVAILABLE,
          "The register is receiving as many files as it can; send this one again later.");
    }
    try (InputStream file = request.getInputStream()) {
      try {
        return work.apply(file);
      } finally {
        // The gateway hears no answer before it has sent all.
        file.transferTo(OutputStream.nullOutputStream());
      }
    } catch (UnusableFile refused) {
      throw new RequestRefused(
          refused.tooLarge() ? ProblemType.CONTENT_TOO_LARGE : ProblemType.UNPROCESSABLE,
          refused.advice(language));
    } finally {
      places.release();
    }
  }
}
