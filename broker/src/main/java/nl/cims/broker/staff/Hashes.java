// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256 of secrets with enough randomness of their own, each use kept apart by its name.
final class Hashes {

  private Hashes() {}

  static byte[] sha256(String use, String value) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest((use + ":" + value).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }
}
