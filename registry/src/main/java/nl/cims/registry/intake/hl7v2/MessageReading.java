// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.cims.registry.intake.ReportedVaccination.Sharing;

/// Translates a `VXU^V04` to what intake understands: one report for each RXA.
final class MessageReading {

  private final List<Segment> segments;
  private final Findings findings;

  MessageReading(List<Segment> segments, Findings findings) {
    this.segments = segments;
    this.findings = findings;
  }

  /// The vaccinations; not all of them if something was found wrong.
  List<Reading.Told> read() {
    segments.stream().filter(it -> it.is("ADD") || it.is("DSC")).forEach(this::continuation);
    Optional<Segment> pid = only("PID");
    Optional<Segment> pd1 = only("PD1");
    if (pid.isEmpty()) {
      findings.add(
          Fault.SEGMENT_MISSING, Place.of("PID", 1), "send a PID: who got the vaccination");
    }
    int before = findings.size();
    Optional<Subject> subject = pid.map(it -> new PersonReading(it, pd1, findings).read());
    boolean personIsClear = findings.size() == before;
    List<Reading.Told> told = new ArrayList<>();
    boolean shared = false;
    Optional<Instant> stated = Timestamps.moment(segments.getFirst().text(7));
    for (Order order : Orders.in(segments, findings)) {
      OrderReading reading = new OrderReading(order, stated, findings);
      Sharing sharing = reading.sharing(subject);
      shared |= sharing == Sharing.AGREED;
      reading.read(subject, sharing).ifPresent(told::add);
    }
    if (shared && personIsClear) {
      subject.ifPresent(this::needsABsn);
    }
    return told;
  }

  private void needsABsn(Subject subject) {
    if (subject.person().bsn().isEmpty()) {
      findings.add(
          Fault.FIELD_MISSING,
          subject.pid().place(3),
          "the register finds a person by BSN only; send it with assigning authority NLMINBIZA and"
              + " type NNNLD, or say that he did not agree to share (PD1-12 Y)");
    }
  }

  private Optional<Segment> only(String name) {
    List<Segment> found = segments.stream().filter(it -> it.is(name)).toList();
    if (found.size() > 1) {
      findings.add(
          Fault.SEGMENT_REPEATED,
          found.get(1).place(),
          "a message is about one person; send another message for another person");
    }
    return found.stream().findFirst();
  }

  private void continuation(Segment segment) {
    findings.add(
        Fault.SEGMENT_MALFORMED,
        segment.place(),
        "a segment in parts is not taken; send it whole, and without this one");
  }
}
