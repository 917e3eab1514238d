// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.citizen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.cims.broker.BrokerSettings;
import nl.cims.vocabulary.Bsn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Pairwise pseudonyms (OpenID Connect Core, section 8.1): the same citizen is always the same to
/// one sector, and two sectors cannot compare notes.
///
/// HMAC-SHA-256 under a key of the broker alone, so that trying all BSNs leads nowhere.
@Component
final class Pseudonyms {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final SecretKeySpec key;

  @Autowired
  Pseudonyms(BrokerSettings settings) {
    this(read(settings.pairwiseKey()));
  }

  Pseudonyms(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalStateException("the pairwise key has " + KEY_BYTES + " bytes");
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /// The citizen's pseudonym in this sector: 43 characters of base64url.
  String of(Bsn bsn, String sector) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      // No part can hold a zero byte, so that no two inputs run together.
      mac.update(DigidAnswer.BSN_SECTOR.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      mac.update(sector.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      byte[] pseudonym = mac.doFinal(bsn.reveal().getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(pseudonym);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, missing);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Base64.getDecoder().decode(Files.readString(file).strip());
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new IllegalStateException(
          "there is no pairwise key (" + KEY_BYTES + " bytes in base64) in " + file, unreadable);
    }
  }
}
