// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// The characters in which a message is written: what MSH-18 says (HL7's table 0211), else UTF-8.
/// Nothing is guessed: a wrong guess is a wrong name in the register.
final class Characters {

  private Characters() {}

  /// @param name as it stands in MSH-18
  static Optional<Charset> named(String name) {
    String plain = name.toUpperCase(Locale.ROOT);
    return switch (plain) {
      case "", "UNICODE UTF-8", "UTF-8", "UTF8" -> Optional.of(StandardCharsets.UTF_8);
      case "ASCII", "ISO IR6" -> Optional.of(StandardCharsets.US_ASCII);
      default ->
          plain.matches("(ISO[- ]?)?8859[/-]([1-9]|15)")
              ? Optional.of(Charset.forName("ISO-8859-" + plain.replaceAll(".*[/-]", "")))
              : Optional.empty();
    };
  }

  /// The text in these bytes; empty if they are none in this character set, or hold control
  /// characters other than tabs and ends of lines, which no set of HL7 has.
  static Optional<String> text(byte[] bytes, Charset charset) {
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.chars().anyMatch(Characters::isControl) ? Optional.empty() : Optional.of(text);
    } catch (CharacterCodingException otherCharacters) {
      return Optional.empty();
    }
  }

  private static boolean isControl(int c) {
    return Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
  }
}
