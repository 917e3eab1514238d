// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import nl.cims.registry.intake.hl7v2.Delimiters;
import nl.cims.registry.intake.hl7v2.Envelope;

/// The answer to a batch file: a batch file of acknowledgements, in the order of the messages.
final class BatchAnswer {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmssxx").withZone(ZoneOffset.UTC);

  private BatchAnswer() {}

  static byte[] to(Envelope.Batch batch, List<byte[]> answers, Instant now, String id) {
    Delimiters by = batch.delimiters();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    write(file, header(by, "FHS", now, id, batch.fileId()));
    write(file, header(by, "BHS", now, id, batch.batchId()));
    answers.forEach(file::writeBytes);
    write(file, "BTS" + by.field() + answers.size() + by.field() + comment(batch));
    write(file, "FTS" + by.field() + 1);
    return file.toByteArray();
  }

  private static String header(
      Delimiters by, String name, Instant now, String id, String answered) {
    String others = "" + by.component() + by.repetition() + by.escape() + by.subcomponent();
    String[] fields = {
      name, others, "CIMS", "", "", "", TIME.format(now), "", "", "", id, answered
    };
    return String.join(String.valueOf(by.field()), fields);
  }

  /// A file that was cut off is noticed by its count.
  private static String comment(Envelope.Batch batch) {
    int found = batch.messages().size();
    return batch.announced().orElse(found) == found
        ? ""
        : "the file announces %d messages in BTS-1 and holds %d"
            .formatted(batch.announced().orElseThrow(), found);
  }

  private static void write(ByteArrayOutputStream file, String segment) {
    file.writeBytes((segment + "\r").getBytes(StandardCharsets.ISO_8859_1));
  }
}
