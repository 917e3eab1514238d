// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Divides what was sent into messages, without looking into them: by bytes, since each message
/// says itself in which characters it is written. `FHS`, `BHS`, `BTS` and `FTS` make a batch, and
/// so do several messages one after the other.
final class EnvelopeReading {

  private final byte[] bytes;
  private final List<byte[]> messages = new ArrayList<>();
  private final Map<String, Segment> firsts = new HashMap<>();
  private int begin = -1;
  private int headers;
  private int announced = -1;

  EnvelopeReading(byte[] bytes) {
    this.bytes = bytes;
  }

  Envelope read() {
    int start = 0;
    while (start < bytes.length) {
      int end = start;
      while (end < bytes.length && bytes[end] != '\r' && bytes[end] != '\n') {
        end++;
      }
      line(start, end);
      start = end + 1;
    }
    cut(bytes.length);
    if (firsts.isEmpty() && headers < 2) {
      return new Envelope.One(bytes);
    }
    Segment first = firsts.getOrDefault("FHS", firsts.get("BHS"));
    return new Envelope.Batch(
        first == null ? Delimiters.USUAL : first.delimiters(),
        id("FHS"),
        id("BHS"),
        messages,
        announced < 0 ? OptionalInt.empty() : OptionalInt.of(announced));
  }

  private void line(int start, int end) {
    String line = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    String named = line.startsWith(Hl7Messages.BYTE_ORDER_MARK) ? line.substring(3) : line;
    String name = named.length() > 3 ? named.substring(0, 3) : "";
    switch (name) {
      case "FHS", "BHS" -> {
        cut(start);
        Delimiters.of(named)
            .ifPresent(them -> firsts.putIfAbsent(name, new Segment(named, 1, them)));
      }
      case "BTS", "FTS" -> {
        cut(start);
        if (name.equals("BTS") && named.substring(4).matches("\\d{1,6}(\\D.*)?")) {
          announce(Integer.parseInt(named.substring(4).replaceAll("\\D.*", "")));
        }
      }
      case "MSH" -> {
        cut(start);
        begin = start;
        headers++;
      }
      default -> {
        if (begin < 0 && !line.isBlank()) {
          begin = start;
        }
      }
    }
  }

  private void announce(int count) {
    announced = Math.max(announced, 0) + count;
  }

  private void cut(int end) {
    if (begin >= 0) {
      messages.add(Arrays.copyOfRange(bytes, begin, end));
      begin = -1;
    }
  }

  private String id(String header) {
    Segment segment = firsts.get(header);
    return segment == null ? "" : segment.raw(11);
  }
}
