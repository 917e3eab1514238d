// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The characters that divide a message, which every message chooses itself in MSH-1 and MSH-2 (HL7
/// v2.5.1, chapter 2.5.4).
///
/// @param field usually `|`
/// @param component usually `^`
/// @param repetition usually `~`
/// @param escape usually `\`
/// @param subcomponent usually `&`
public record Delimiters(
    char field, char component, char repetition, char escape, char subcomponent) {

  /// What nearly everybody sends.
  public static final Delimiters USUAL = new Delimiters('|', '^', '~', '\\', '&');

  private static final int LEAST = "MSH|^~\\&".length();

  /// Those of a header segment (MSH, BHS, FHS). Empty if they are too few, not apart from each
  /// other, or letters and digits, with which nothing could be divided.
  static Optional<Delimiters> of(String header) {
    if (header.length() < LEAST) {
      return Optional.empty();
    }
    char field = header.charAt(3);
    int end = header.indexOf(field, 4);
    String others = header.substring(4, end < 0 ? header.length() : end);
    // Since v2.7 a fifth may follow, for truncation.
    boolean usable = others.length() == 4 || others.length() == 5;
    String all = field + others;
    if (!usable
        || all.chars().distinct().count() < all.length()
        || !all.chars().allMatch(Delimiters::divides)) {
      return Optional.empty();
    }
    return Optional.of(
        new Delimiters(
            field, others.charAt(0), others.charAt(1), others.charAt(2), others.charAt(3)));
  }

  private static boolean divides(int c) {
    return c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
  }

  /// What stands between these delimiters; one empty piece if there is nothing.
  static List<String> pieces(String text, char delimiter) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, from)) {
      pieces.add(text.substring(from, at));
      from = at + 1;
    }
    pieces.add(text.substring(from));
    return pieces;
  }

  /// The text as it was meant. An escape sequence that says nothing to us stays as it is.
  String unescaped(String sent) {
    int begin = sent.indexOf(escape);
    if (begin < 0) {
      return sent;
    }
    StringBuilder text = new StringBuilder(sent.length());
    int from = 0;
    while (begin >= 0) {
      int end = sent.indexOf(escape, begin + 1);
      if (end < 0) {
        break;
      }
      text.append(sent, from, begin).append(meaning(sent.substring(begin + 1, end)));
      from = end + 1;
      begin = sent.indexOf(escape, from);
    }
    return text.append(sent, from, sent.length()).toString();
  }

  /// The text as it may stand in a message with these delimiters.
  public String escaped(String text) {
    StringBuilder sent = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String letter =
          c == field ? "F" : c == component ? "S" : c == repetition ? "R" : c == escape ? "E" : "";
      letter = c == subcomponent ? "T" : letter;
      if (letter.isEmpty()) {
        sent.append(c);
      } else {
        sent.append(escape).append(letter).append(escape);
      }
    }
    return sent.toString();
  }

  private String meaning(String sequence) {
    return switch (sequence) {
      case "F" -> String.valueOf(field);
      case "S" -> String.valueOf(component);
      case "R" -> String.valueOf(repetition);
      case "E" -> String.valueOf(escape);
      case "T" -> String.valueOf(subcomponent);
      case "H", "N" -> "";
      case ".br", ".sp" -> "\n";
      default -> bytes(sequence).orElse(escape + sequence + escape);
    };
  }

  /// `\X0D0A\` stands for bytes; those beyond ASCII are left, since nobody says in which
  /// characters.
  private static Optional<String> bytes(String sequence) {
    if (!sequence.matches("X([0-7][0-9A-Fa-f]){1,50}")) {
      return Optional.empty();
    }
    byte[] bytes = HexFormat.of().parseHex(sequence.substring(1));
    return Optional.of(new String(bytes, StandardCharsets.US_ASCII));
  }
}
