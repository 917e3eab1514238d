// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

import java.util.List;
import java.util.Optional;
import nl.cims.registry.intake.ReportedPerson;
import nl.cims.registry.intake.ReportedVaccination.Sharing;
import nl.cims.vocabulary.Bsn;
import nl.cims.vocabulary.InvalidValue;
import nl.cims.vocabulary.PartialDate;
import nl.cims.vocabulary.PersonName;
import nl.cims.vocabulary.Sex;

/// Reads whom a message is about (PID), and whether he agreed to share (PD1).
final class PersonReading {

  private static final int IDENTIFIERS = 3;
  private static final int NAMES = 5;
  private static final int BIRTH = 7;
  private static final int SEX = 8;
  private static final int PROTECTION = 12;

  private final Segment pid;
  private final Optional<Segment> pd1;
  private final Findings findings;

  PersonReading(Segment pid, Optional<Segment> pd1, Findings findings) {
    this.pid = pid;
    this.pd1 = pd1;
    this.findings = findings;
  }

  Subject read() {
    return new Subject(
        pid,
        pd1,
        new ReportedPerson(bsn(), name(), birthDate(), sex()),
        pd1.map(this::sharing).orElse(Sharing.AGREED));
  }

  /// Whoever reports a vaccination under a name has asked, unless he says that it is protected.
  private Sharing sharing(Segment wishes) {
    return switch (wishes.text(PROTECTION)) {
      case "Y" -> Sharing.REFUSED;
      case "N", "" -> Sharing.AGREED;
      default -> {
        findings.add(
            Fault.CODE_UNKNOWN,
            wishes.place(PROTECTION),
            "say Y if the person did not agree to share, N or nothing if he did");
        yield Sharing.AGREED;
      }
    };
  }

  private Optional<Bsn> bsn() {
    Optional<Bsn> found = Optional.empty();
    List<String> identifiers = pid.repetitions(IDENTIFIERS);
    for (int i = 0; i < identifiers.size(); i++) {
      String each = identifiers.get(i);
      Place place = pid.place(IDENTIFIERS).repetition(i + 1).component(1);
      if (!isBsn(each) || pid.text(each, 1).isEmpty()) {
        continue;
      }
      Optional<Bsn> bsn = Bsn.parse(pid.text(each, 1));
      if (bsn.isEmpty()) {
        findings.add(
            Fault.VALUE_INVALID, place, "a BSN has nine digits and passes the eleven-test");
      } else if (found.isPresent() && !found.get().sameAs(bsn.get())) {
        findings.add(Fault.CONTRADICTION, place, "the person has two different BSNs");
      } else {
        found = bsn;
      }
    }
    return found;
  }

  /// By its assigning authority (name or OID), or by its type.
  private boolean isBsn(String identifier) {
    return CodeSystems.isBsn(pid.text(identifier, 4, 1))
        || CodeSystems.isBsn(pid.text(identifier, 4, 2))
        || pid.text(identifier, 5).equals("NNNLD");
  }

  private Optional<PersonName> name() {
    try {
      return Names.read(pid, NAMES);
    } catch (InvalidValue invalid) {
      findings.add(Fault.VALUE_INVALID, pid.place(NAMES), invalid.rule());
      return Optional.empty();
    }
  }

  private Optional<PartialDate> birthDate() {
    String sent = pid.text(BIRTH);
    try {
      return sent.isEmpty() ? Optional.empty() : Optional.of(Timestamps.date(sent));
    } catch (InvalidValue invalid) {
      findings.add(Fault.VALUE_INVALID, pid.place(BIRTH), invalid.rule());
      return Optional.empty();
    }
  }

  private Sex sex() {
    return switch (pid.text(SEX)) {
      case "M" -> Sex.MALE;
      case "F" -> Sex.FEMALE;
      case "O", "A" -> Sex.OTHER;
      default -> Sex.UNKNOWN;
    };
  }
}
