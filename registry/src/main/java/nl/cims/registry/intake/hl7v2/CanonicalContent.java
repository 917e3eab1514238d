// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import nl.cims.registry.intake.ReportedVaccination.Intention;

/// Everything that a source says about one vaccination, as bytes that are the same whatever the
/// message is divided by, written in or travels with.
///
/// What counts: of the person his identifiers, names, birth date, sex and protection indicator; of
/// the vaccination its ORC, RXA, RXR, OBX and NTE. What does not: the header, the numbering of
/// segments, the order control and the action, except that a withdrawal says something else than
/// what it withdraws; segments of one's own (Z).
final class CanonicalContent {

  private static final Set<Integer> OF_THE_PERSON = Set.of(3, 5, 7, 8);
  private static final Set<Integer> OF_HIS_WISHES = Set.of(12);
  private static final Map<String, Set<Integer>> NUMBERING =
      Map.of("ORC", Set.of(1), "RXA", Set.of(1, 2, 21), "OBX", Set.of(1, 4), "NTE", Set.of(1));

  private final StringBuilder text = new StringBuilder(1024);

  private CanonicalContent() {}

  static byte[] of(Subject subject, Order order, Intention intention) {
    CanonicalContent content = new CanonicalContent();
    content.text.append(intention == Intention.WITHDRAW ? "withdrawn\n" : "given\n");
    content.segment(subject.pid(), OF_THE_PERSON::contains);
    subject.pd1().ifPresent(it -> content.segment(it, OF_HIS_WISHES::contains));
    order
        .segments()
        .forEach(
            it -> {
              Set<Integer> numbering = NUMBERING.getOrDefault(it.name(), Set.of());
              content.segment(it, field -> !numbering.contains(field));
            });
    return content.text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void segment(Segment segment, IntPredicate counts) {
    int before = text.length();
    text.append(segment.name());
    int named = text.length();
    for (int field = 1; field <= segment.size(); field++) {
      if (counts.test(field) && !segment.raw(field).isEmpty()) {
        field(segment, field);
      }
    }
    if (text.length() == named) {
      text.setLength(before);
    } else {
      text.append('\n');
    }
  }

  private void field(Segment segment, int field) {
    List<String> repetitions = segment.repetitions(field);
    for (int r = 0; r < repetitions.size(); r++) {
      List<String> components = segment.components(repetitions.get(r));
      for (int c = 0; c < components.size(); c++) {
        if (!components.get(c).isEmpty()) {
          component(segment.subcomponents(components.get(c)), field, r, c);
        }
      }
    }
  }

  private void component(List<String> subcomponents, int field, int repetition, int component) {
    for (int s = 0; s < subcomponents.size(); s++) {
      String value = subcomponents.get(s);
      if (!value.isEmpty()) {
        text.append(field).append('.').append(repetition).append('.').append(component);
        text.append('.').append(s).append('=').append(value.length()).append(':').append(value);
      }
    }
  }
}
