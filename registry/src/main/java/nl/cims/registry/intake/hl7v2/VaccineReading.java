// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.cims.registry.intake.ReportedVaccination.Vaccine;
import nl.cims.vocabulary.BatchNumber;
import nl.cims.vocabulary.CodeSystem;
import nl.cims.vocabulary.InvalidValue;
import nl.cims.vocabulary.VaccineCode;

/// Reads which vaccine was given, from which batch and maker.
final class VaccineReading {

  private static final int CODE = 5;
  private static final int LOT = 15;
  private static final int MAKER = 17;

  private final Segment rxa;
  private final Findings findings;

  VaccineReading(Segment rxa, Findings findings) {
    this.rxa = rxa;
    this.findings = findings;
  }

  Vaccine vaccine() {
    Coded coded = new Coded(rxa, CODE);
    List<VaccineCode> codes = new ArrayList<>();
    for (int start : Coded.STARTS) {
      Optional<CodeSystem> system = CodeSystems.named(coded.system(start));
      if (system.isPresent() && !coded.code(start).isEmpty()) {
        add(system.get(), coded.code(start), rxa.place(CODE).component(start), codes);
      }
    }
    String label = coded.label();
    if (codes.isEmpty() && label.isEmpty()) {
      findings.add(
          Fault.FIELD_MISSING,
          rxa.place(CODE),
          "name the vaccine: send a code with its system, or at least a text");
    }
    return new Vaccine(codes, label);
  }

  Optional<BatchNumber> batch() {
    List<String> lots = rxa.repetitions(LOT);
    String lot = rxa.text(LOT);
    if (lots.size() > 1) {
      findings.add(
          Fault.CONTRADICTION, rxa.place(LOT).repetition(2), "a dose comes from one batch");
    }
    try {
      return lot.isEmpty() ? Optional.empty() : Optional.of(new BatchNumber(lot));
    } catch (InvalidValue invalid) {
      findings.add(Fault.VALUE_INVALID, rxa.place(LOT), invalid.rule());
      return Optional.empty();
    }
  }

  String manufacturer() {
    return new Coded(rxa, MAKER).label();
  }

  private void add(CodeSystem system, String code, Place place, List<VaccineCode> codes) {
    try {
      VaccineCode sent = new VaccineCode(system, code);
      if (codes.stream().anyMatch(it -> it.system() == system && !it.equals(sent))) {
        findings.add(
            Fault.CONTRADICTION, place, "two different codes of one system name the vaccine");
      } else if (!codes.contains(sent)) {
        codes.add(sent);
      }
    } catch (InvalidValue invalid) {
      findings.add(Fault.VALUE_INVALID, place, invalid.rule());
    }
  }
}
