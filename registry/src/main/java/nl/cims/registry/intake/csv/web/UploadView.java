// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.cims.registry.intake.Receipts;
import nl.cims.registry.intake.csv.Upload;

/// How far a file is, as its sender sees it.
///
/// @param id of the upload
/// @param state `processing`, or `done` when every row has an outcome
/// @param receivedAt when it was committed
/// @param receipt proof that it was, signed ([Receipts#ofFile])
/// @param counts what became of its rows
/// @param unknownColumns heads of columns that were not read
/// @param result where the result is, of the rows that have an outcome
record UploadView(
    UUID id,
    String state,
    Instant receivedAt,
    String receipt,
    Upload.Counts counts,
    List<String> unknownColumns,
    String result) {

  static final String PATH = "/csv/v1/uploads";

  static UploadView of(String source, Upload upload, Receipts receipts) {
    return new UploadView(
        upload.id(),
        upload.counts().pending() == 0 ? "done" : "processing",
        upload.receivedAt(),
        receipts.ofFile(source, upload.id(), upload.receivedAt(), upload.hash()),
        upload.counts(),
        upload.unknownColumns(),
        path(upload.id()) + "/result");
  }

  static String path(UUID id) {
    return PATH + "/" + id;
  }
}
