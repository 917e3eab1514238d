// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Understands messages in HL7 v2.5.1, alone or in a batch file. Nothing that a message says makes
/// it fail otherwise than by [Reading.Rejected]; what it rejects it explains by place and reason.
@Component
public class Hl7Messages {

  /// Of UTF-8, read as single bytes.
  static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

  private static final Place HEADER = Place.of("MSH", 1);

  private final Hl7Settings settings;

  Hl7Messages(Hl7Settings settings) {
    this.settings = settings;
  }

  /// Divides what came in one request into messages.
  public Envelope open(byte[] body) {
    return new EnvelopeReading(body).read();
  }

  /// Reads one message.
  public Reading read(byte[] message) {
    Findings findings = new Findings();
    String line = firstLine(message);
    Optional<Delimiters> delimiters =
        line.startsWith("MSH") ? Delimiters.of(line) : Optional.empty();
    if (delimiters.isEmpty()) {
      findings.add(
          Fault.UNREADABLE,
          line.startsWith("MSH") ? HEADER.field(2) : HEADER,
          "a message begins with MSH, its field delimiter and four others, all different, in a"
              + " character set that contains ASCII");
      return new Reading.Rejected(Header.NONE, findings.all(), 1);
    }
    Segment msh = new Segment(line, 1, delimiters.get());
    Optional<Charset> charset = Characters.named(msh.text(18));
    Header header = Header.of(msh, charset.orElse(StandardCharsets.ISO_8859_1));
    if (message.length > settings.message().toBytes()) {
      findings.add(
          Fault.TOO_LARGE,
          HEADER,
          "a message has at most %d kB; report the vaccinations in several"
              .formatted(settings.message().toKilobytes()));
      return new Reading.Rejected(header, findings.all(), 1);
    }
    return charset.isEmpty()
        ? unknownCharacters(header, findings)
        : read(message, header, delimiters.get(), findings);
  }

  private static Reading unknownCharacters(Header header, Findings findings) {
    findings.add(
        Fault.CHARACTER_SET,
        HEADER.field(18),
        "send UNICODE UTF-8, ASCII or 8859/1 to 8859/9 or 8859/15, and the message in it");
    return new Reading.Rejected(header, findings.all(), 1);
  }

  private static Reading read(
      byte[] message, Header ofBytes, Delimiters delimiters, Findings findings) {
    Optional<String> text = Characters.text(message, ofBytes.charset());
    if (text.isEmpty()) {
      findings.add(
          Fault.CHARACTERS,
          HEADER.field(18),
          "the message is not written in the characters that it names here (UTF-8 if it names"
              + " none), or holds control characters");
      return new Reading.Rejected(ofBytes, findings.all(), 1);
    }
    List<Segment> segments = Segments.of(text.get(), delimiters, findings);
    Segment msh = segments.getFirst();
    Header header = Header.of(msh, ofBytes.charset());
    HeaderReading reading = new HeaderReading(msh, findings);
    if (!reading.isVaccinationUpdate()) {
      return new Reading.Rejected(header, findings.all(), 1);
    }
    reading.check();
    List<Reading.Told> told = new MessageReading(segments, findings).read();
    return findings.size() > 0
        ? new Reading.Rejected(header, findings.all(), administrations(segments))
        : new Reading.Understood(header, told);
  }

  private static int administrations(List<Segment> segments) {
    return Math.max(1, (int) segments.stream().filter(it -> it.is("RXA")).count());
  }

  /// In single bytes, so that any character set will do that contains ASCII.
  private static String firstLine(byte[] message) {
    int end = 0;
    while (end < message.length && message[end] != '\r' && message[end] != '\n') {
      end++;
    }
    String line = new String(message, 0, end, StandardCharsets.ISO_8859_1);
    return line.startsWith(BYTE_ORDER_MARK) ? line.substring(3) : line;
  }
}
