// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The segments about one vaccination (HL7's group ORDER): ORC, RXA, RXR, OBX and NTE.
final class Order {

  private final Segment orc;
  private final List<Segment> observations;
  private final List<Segment> notes = new ArrayList<>();
  private @Nullable Segment rxa;
  private @Nullable Segment rxr;

  /// @param observations about the person, which hold for each of his vaccinations
  Order(Segment orc, List<Segment> observations) {
    this.orc = orc;
    this.observations = new ArrayList<>(observations);
  }

  Segment orc() {
    return orc;
  }

  /// How it was given; empty if the order has none, which was found then.
  Optional<Segment> rxa() {
    return Optional.ofNullable(rxa);
  }

  /// Where on the body, and by which route.
  Optional<Segment> rxr() {
    return Optional.ofNullable(rxr);
  }

  List<Segment> observations() {
    return observations;
  }

  List<Segment> notes() {
    return notes;
  }

  /// Takes the segment in; false if it has such a one already.
  boolean take(Segment segment) {
    switch (segment.name()) {
      case "RXA" -> {
        boolean free = rxa == null;
        rxa = free ? segment : rxa;
        return free;
      }
      case "RXR" -> {
        boolean free = rxr == null;
        rxr = free ? segment : rxr;
        return free;
      }
      case "OBX" -> observations.add(segment);
      default -> notes.add(segment);
    }
    return true;
  }

  /// All of it, in the order of the standard.
  Stream<Segment> segments() {
    return Stream.of(
            Stream.of(orc), rxa().stream(), rxr().stream(), observations.stream(), notes.stream())
        .flatMap(them -> them);
  }
}
