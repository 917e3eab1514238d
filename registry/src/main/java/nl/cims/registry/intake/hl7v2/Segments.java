// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Divides a message into its segments, whatever its lines end with.
final class Segments {

  private static final int MOST = 2000;
  private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9]{2}");

  private Segments() {}

  /// The segments in their order, MSH first.
  ///
  /// @param text a message of which the first line is MSH
  static List<Segment> of(String text, Delimiters delimiters, Findings findings) {
    List<String> lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
    List<Segment> segments = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>();
    for (String line : lines) {
      if (segments.size() == MOST) {
        findings.add(Fault.TOO_LARGE, Place.of("MSH", 1), "a message has at most 2000 segments");
        break;
      }
      if (isSegment(line, delimiters)) {
        int sequence = counts.merge(line.substring(0, 3), 1, Integer::sum);
        segments.add(new Segment(line, sequence, delimiters));
      } else if (!line.isBlank()) {
        findings.add(
            Fault.SEGMENT_MALFORMED,
            segments.getLast().place(),
            "the line after this segment is none: a segment begins with its name of three capitals"
                + " and a delimiter; write an end of line within a field as an escape sequence");
      }
    }
    return segments;
  }

  private static boolean isSegment(String line, Delimiters delimiters) {
    return line.length() >= 3
        && NAME.matcher(line.substring(0, 3)).matches()
        && (line.length() == 3 || line.charAt(3) == delimiters.field());
  }
}
