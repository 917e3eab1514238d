// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2.web;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import nl.cims.registry.intake.IntakeBusy;
import nl.cims.registry.intake.hl7v2.Fault;
import org.springframework.http.HttpStatus;

/// What goes back over HTTP: the acknowledgement says what became of the message, the status only
/// whether the register could do its part.
///
/// @param charset of the bytes
record Reply(HttpStatus status, Charset charset, byte[] bytes) {

  static final long WAIT_SECONDS = IntakeBusy.RETRY_AFTER.toSeconds();

  static Reply of(Acknowledgement answer, byte[] bytes) {
    HttpStatus status =
        has(answer, Fault.TRY_AGAIN)
            ? HttpStatus.SERVICE_UNAVAILABLE
            : has(answer, Fault.INTERNAL)
                ? HttpStatus.INTERNAL_SERVER_ERROR
                : has(answer, Fault.TOO_LARGE) ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.OK;
    return new Reply(status, answer.header().charset(), bytes);
  }

  /// Each message in it may be written in characters of its own.
  static Reply ofBatch(byte[] bytes) {
    return new Reply(HttpStatus.OK, StandardCharsets.UTF_8, bytes);
  }

  static boolean asksToTryAgain(Acknowledgement answer) {
    return has(answer, Fault.TRY_AGAIN);
  }

  private static boolean has(Acknowledgement answer, Fault fault) {
    return answer.lines().stream().anyMatch(line -> line.rule().equals(fault.name()));
  }
}
