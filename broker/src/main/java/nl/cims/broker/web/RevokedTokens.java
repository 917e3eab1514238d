// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.web;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import nl.cims.broker.tokens.Logouts;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The tokens that must be refused although they have not expired, for the gateway, which asks
/// every few seconds; with an ETag, so that no news is a short answer.
@RestController
class RevokedTokens {

  private final Logouts logouts;

  RevokedTokens(Logouts logouts) {
    this.logouts = logouts;
  }

  /// @param revoked each token by its `jti`, with the second since 1970 at which it expires
  record Answer(List<Entry> revoked) {}

  record Entry(String jti, long exp) {}

  @GetMapping(Doors.REVOKED)
  ResponseEntity<Answer> list() {
    List<Entry> entries =
        logouts.revoked().stream()
            .map(token -> new Entry(token.jti().toString(), token.expires().getEpochSecond()))
            .toList();
    byte[] names = entries.toString().getBytes(StandardCharsets.UTF_8);
    return ResponseEntity.ok()
        .eTag('"' + HexFormat.of().formatHex(DigestUtils.md5Digest(names)) + '"')
        .cacheControl(CacheControl.noStore())
        .body(new Answer(entries));
  }
}
