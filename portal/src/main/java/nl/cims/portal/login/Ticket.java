// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.login;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A place in the queue for logging in, as a cookie: a number and a seal over it. It says nothing
/// about anybody, and a bookmark or a copy of the page goes without it.
final class Ticket {

  /// The cookie's name.
  static final String COOKIE = "__Host-turn";

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private Ticket() {}

  /// Prints tickets that only this printer accepts: with a new start of the portal the queue begins
  /// anew too.
  static final class Printer {

    private final SecretKeySpec key;

    Printer() {
      byte[] random = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(random);
      this.key = new SecretKeySpec(random, ALGORITHM);
    }

    String print(long number) {
      return number + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(seal(number));
    }

    /// The number on this ticket; empty if it was not printed here.
    OptionalLong read(String ticket) {
      int dot = ticket.indexOf('.');
      try {
        long number = Long.parseLong(ticket.substring(0, Math.max(0, dot)));
        byte[] shown = Base64.getUrlDecoder().decode(ticket.substring(dot + 1));
        return MessageDigest.isEqual(shown, seal(number))
            ? OptionalLong.of(number)
            : OptionalLong.empty();
      } catch (IllegalArgumentException misshapen) {
        return OptionalLong.empty();
      }
    }

    private byte[] seal(long number) {
      try {
        Mac mac = Mac.getInstance(ALGORITHM);
        mac.init(key);
        return mac.doFinal(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
      } catch (GeneralSecurityException missing) {
        throw new IllegalStateException("every JDK has " + ALGORITHM, missing);
      }
    }
  }
}
