// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.cims.demo.Answer.Verdict;

/// Reads what came back to HL7 v2 messages: one acknowledgement, or a batch file of them.
final class Acknowledgements {

  private Acknowledgements() {}

  /// @param text segments, each on a line of its own
  static Answer read(int status, String text) {
    Verdict verdict = text.contains("MSA") ? Verdict.ACCEPTED : Verdict.REFUSED;
    List<String> lines = new ArrayList<>();
    for (String segment : text.lines().filter(line -> line.length() > 4).toList()) {
      String[] fields = segment.split(Pattern.quote(segment.substring(3, 4)), -1);
      switch (fields[0]) {
        case "MSA" -> {
          verdict = verdict.orWorse(fields[1].equals("AA") ? Verdict.ACCEPTED : Verdict.REFUSED);
          lines.add(fields[1] + " " + (fields.length > 2 ? fields[2] : ""));
        }
        case "ERR" -> {
          verdict = verdict.orWorse(fields[4].equals("W") ? Verdict.QUARANTINED : Verdict.ACCEPTED);
          lines.add("   " + fields[2] + ": " + fields[fields.length - 1]);
        }
        default -> {
          // The headers say nothing that the sender does not know.
        }
      }
    }
    return new Answer(status, verdict, lines);
  }
}
