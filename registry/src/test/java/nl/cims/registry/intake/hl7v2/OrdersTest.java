// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import nl.cims.registry.intake.ReportedVaccination;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/// Which segments belong to which vaccination.
class OrdersTest {

  /// The two NTE-free doses differ in nothing but place; a note before both would be the person's.
  @RepeatedTest(20)
  void ofOneVaccinationTheOrderDoesNotMatter(RepetitionInfo repetition) {
    String message = Fixtures.message("full.hl7").replaceAll("NTE[^\r]*\r", "");
    ReportedVaccination sorted = one(message);
    List<String> segments = new ArrayList<>(message.lines().toList());
    String header = segments.removeFirst();
    segments.removeIf(line -> line.startsWith("OBX|2"));
    String without = header + "\r" + String.join("\r", segments);
    Collections.shuffle(segments, new Random(repetition.getCurrentRepetition()));

    assertThat(one(header + "\r" + String.join("\r", segments)).content())
        .isEqualTo(one(without).content())
        .isNotEqualTo(sorted.content());
  }

  @Test
  void ofSeveralTheOrcBeginsEach() {
    String before = moved("RXA|0|1|20121203||04", "ORC|RE||DOSIS-0003");
    assertThat(Fixtures.rejected(Fixtures.read(before)))
        .containsExactly("RXA^1 SEGMENT_MISPLACED", "ORC^1 SEGMENT_MISSING");

    String twoInOne = Fixtures.changed("several.hl7", "ORC|RE||DOSIS-0004^HIS\r", "");
    assertThat(Fixtures.rejected(Fixtures.read(twoInOne)))
        .containsExactly("RXA^2 SEGMENT_MISPLACED", "RXR^2 SEGMENT_MISPLACED");

    String routeFirst = moved("RXR|SC", "PID|");
    assertThat(Fixtures.rejected(Fixtures.read(routeFirst)))
        .containsExactly("RXR^1 SEGMENT_MISPLACED");

    String noDose = Fixtures.changed("several.hl7", "RXA|0|1|20150901", "ZXA|0|1|20150901");
    assertThat(Fixtures.rejected(Fixtures.read(noDose))).containsExactly("ORC^3 SEGMENT_MISSING");
  }

  @Test
  void thePersonMayComeLast() {
    String message = Fixtures.message("several.hl7");
    String pid = message.lines().filter(line -> line.startsWith("PID")).findFirst().orElseThrow();
    String last = message.replace(pid + "\r", "") + pid;
    assertThat(Fixtures.understood(Fixtures.read(last)))
        .extracting(it -> new String(it.content(), java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo(
            Fixtures.understood(Fixtures.read(message)).stream()
                .map(it -> new String(it.content(), java.nio.charset.StandardCharsets.UTF_8))
                .toList());
  }

  /// The line that begins so, put before the one that begins otherwise.
  private static String moved(String what, String before) {
    List<String> lines = new ArrayList<>(Fixtures.message("several.hl7").lines().toList());
    String moved = lines.stream().filter(it -> it.startsWith(what)).findFirst().orElseThrow();
    lines.remove(moved);
    int at = lines.indexOf(lines.stream().filter(it -> it.startsWith(before)).findFirst().get());
    lines.add(at, moved);
    return String.join("\r", lines);
  }

  private static ReportedVaccination one(String message) {
    List<ReportedVaccination> all = Fixtures.understood(Fixtures.read(message));
    assertThat(all).hasSize(1);
    return all.getFirst();
  }
}
