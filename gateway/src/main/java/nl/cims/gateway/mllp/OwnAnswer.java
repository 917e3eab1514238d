// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.mllp;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.regex.Pattern;

/// An acknowledgement that the gateway writes itself, when the registry does not. It looks at no
/// more of the message than its header, to repeat the control id.
///
/// @param code `AE` or `AR`
/// @param rule the name of what is wrong, for machines
/// @param text a sentence for the sender, without delimiters
record OwnAnswer(String code, String rule, String text) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSSxx").withZone(ZoneOffset.UTC);

  static OwnAnswer tryAgain(int seconds) {
    return new OwnAnswer(
        "AE",
        "TRY_AGAIN",
        "the register cannot be reached; send the same message again in %d seconds, it is never registered twice"
            .formatted(seconds));
  }

  static OwnAnswer tooMany(int seconds) {
    return new OwnAnswer(
        "AE",
        "TOO_MANY",
        "you send more than was agreed; send the same message again in %d seconds"
            .formatted(seconds));
  }

  static OwnAnswer tooLarge(long kilobytes) {
    return new OwnAnswer(
        "AR",
        "TOO_LARGE",
        "a message has at most %d kB; report the vaccinations in several".formatted(kilobytes));
  }

  static OwnAnswer failed() {
    return new OwnAnswer(
        "AE", "INTERNAL", "the fault is on our side and was logged; send the same message later");
  }

  /// Its bytes, with the delimiters and the control id of this message where it has any.
  byte[] bytes(byte[] message, Instant now, String id) {
    String header = header(message);
    String d = header.isEmpty() ? "|^~\\&" : header.substring(3, 8);
    String f = d.substring(0, 1);
    String c = d.substring(1, 2);
    String[] sent = header.split(Pattern.quote(f), -1);
    return (String.join(
                f,
                "MSH",
                d.substring(1),
                field(sent, 4),
                field(sent, 5),
                field(sent, 2),
                field(sent, 3),
                TIME.format(now),
                "",
                String.join(c, "ACK", "V04", "ACK"),
                id,
                "P",
                "2.5.1")
            + "\r"
            + String.join(f, "MSA", code, field(sent, 9))
            + "\r"
            + String.join(
                f,
                "ERR",
                "",
                String.join(c, "MSH", "1"),
                String.join(c, "207", "Application internal error", "HL70357"),
                "E",
                String.join(c, rule, "", "99CIMS"),
                "",
                "",
                text)
            + "\r")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /// The first line, if it is an MSH; in single bytes, so that they go back as they came.
  private static String header(byte[] message) {
    int end = 0;
    while (end < message.length && message[end] != '\r' && message[end] != '\n') {
      end++;
    }
    String line = new String(Arrays.copyOf(message, end), StandardCharsets.ISO_8859_1);
    return line.matches("MSH([^\\w\\s]){5}.*") ? line : "";
  }

  private static String field(String[] sent, int index) {
    return index < sent.length ? sent[index] : "";
  }
}
