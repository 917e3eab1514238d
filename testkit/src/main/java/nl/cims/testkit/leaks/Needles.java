// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.leaks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// How one secret may look in bytes.
final class Needles {

  private Needles() {}

  /// Every form of this secret, each with what it is called.
  static Map<String, byte[]> of(String secret) {
    Map<String, byte[]> forms = new LinkedHashMap<>();
    byte[] plain = secret.getBytes(StandardCharsets.UTF_8);
    forms.put("UTF-8", plain);
    forms.put("Latin-1", secret.getBytes(StandardCharsets.ISO_8859_1));
    // The same bytes serve both orders: one is the other from its second byte on.
    byte[] wide = secret.getBytes(StandardCharsets.UTF_16LE);
    forms.put("UTF-16LE", wide);
    forms.put("UTF-16BE", secret.getBytes(StandardCharsets.UTF_16BE));
    forms.put("percent", ascii(URLEncoder.encode(secret, StandardCharsets.UTF_8)));
    for (var each : Map.of("UTF-8", plain, "UTF-16", wide).entrySet()) {
      String hex = HexFormat.of().formatHex(each.getValue());
      forms.put("hex of " + each.getKey(), ascii(hex));
      forms.put("HEX of " + each.getKey(), ascii(hex.toUpperCase(Locale.ROOT)));
    }
    for (int before = 0; before < 3; before++) {
      forms.put("base64 after " + before, ascii(inside(plain, before, Base64.getEncoder())));
      forms.put("base64url after " + before, ascii(inside(plain, before, Base64.getUrlEncoder())));
    }
    return forms;
  }

  /// The characters of a base64 text that depend on the secret alone, whatever stands around it.
  private static String inside(byte[] secret, int before, Base64.Encoder encoder) {
    byte[] shifted = new byte[before + secret.length];
    System.arraycopy(secret, 0, shifted, before, secret.length);
    String text = encoder.withoutPadding().encodeToString(shifted);
    int first = (before * 8 + 5) / 6;
    int last = shifted.length * 8 / 6;
    return text.substring(first, last);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
