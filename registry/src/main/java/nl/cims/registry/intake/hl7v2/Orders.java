// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Groups the segments of a message by vaccination. With one ORC and one RXA in the message their
/// place does not matter; with several, an ORC begins each group.
final class Orders {

  private static final Set<String> PARTS = Set.of("RXA", "RXR", "OBX", "NTE");

  private final Findings findings;
  private final List<Order> orders = new ArrayList<>();
  private final List<Segment> aboutThePerson = new ArrayList<>();
  private @Nullable Order current;

  private Orders(Findings findings) {
    this.findings = findings;
  }

  static List<Order> in(List<Segment> segments, Findings findings) {
    Orders reading = new Orders(findings);
    inReadingOrder(segments).forEach(reading::take);
    reading.close();
    if (reading.orders.isEmpty()) {
      findings.add(
          Fault.SEGMENT_MISSING,
          Place.of("ORC", 1),
          "send an ORC and an RXA for each vaccination; without them there is nothing to register");
    }
    return reading.orders;
  }

  private static List<Segment> inReadingOrder(List<Segment> segments) {
    List<Segment> orc = segments.stream().filter(it -> it.is("ORC")).toList();
    List<Segment> rxa = segments.stream().filter(it -> it.is("RXA")).toList();
    if (orc.size() != 1 || rxa.size() != 1) {
      return segments;
    }
    List<Segment> sorted = new ArrayList<>(List.of(orc.getFirst(), rxa.getFirst()));
    boolean begun = false;
    for (Segment segment : segments) {
      boolean central = segment.is("ORC") || segment.is("RXA");
      begun |= central;
      // A note before both is about the person.
      if (!central && (begun || !segment.is("NTE"))) {
        sorted.add(segment);
      }
    }
    return sorted;
  }

  private void take(Segment segment) {
    if (segment.is("ORC")) {
      close();
      current = new Order(segment, aboutThePerson);
      orders.add(current);
    } else if (PARTS.contains(segment.name())) {
      part(segment);
    }
  }

  private void part(Segment segment) {
    if (current != null) {
      if (!current.take(segment)) {
        findings.add(
            Fault.SEGMENT_MISPLACED,
            segment.place(),
            "this stands in a group that has one already; begin the group of each vaccination with"
                + " an ORC of its own");
      }
    } else if (segment.is("OBX")) {
      aboutThePerson.add(segment);
    } else if (!segment.is("NTE")) {
      findings.add(
          Fault.SEGMENT_MISPLACED,
          segment.place(),
          "this stands before the first ORC, so that it is not clear to which vaccination it"
              + " belongs; put it behind its ORC");
    }
  }

  private void close() {
    if (current != null && current.rxa().isEmpty()) {
      findings.add(
          Fault.SEGMENT_MISSING,
          current.orc().place(),
          "this ORC has no RXA; send one behind it, before the next ORC");
    }
  }
}
