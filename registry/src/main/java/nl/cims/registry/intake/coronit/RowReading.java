// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.cims.registry.intake.ReportedPerson;
import nl.cims.registry.intake.ReportedVaccination.Administration;
import nl.cims.registry.intake.ReportedVaccination.Sharing;
import nl.cims.registry.intake.ReportedVaccination.Vaccine;
import nl.cims.vocabulary.BatchNumber;
import nl.cims.vocabulary.Bsn;
import nl.cims.vocabulary.CodeSystem;
import nl.cims.vocabulary.InvalidValue;
import nl.cims.vocabulary.PartialDate;
import nl.cims.vocabulary.PersonName;
import nl.cims.vocabulary.Sex;
import nl.cims.vocabulary.Ura;
import nl.cims.vocabulary.VaccineCode;

/// Translates one row into what intake understands, or names every column that stands in the way.
final class RowReading {

  private static final int LONGEST = 500;

  private final Row row;
  private final List<String> problems = new ArrayList<>();

  private RowReading(Row row) {
    this.row = row;
  }

  /// @param now for a row that does not say when it was changed
  static Reading read(Row row, Instant now) {
    return new RowReading(row).read(now);
  }

  private Reading read(Instant now) {
    if (!row.text(Column.STATUS).equals("GEZET")) {
      problem(Column.STATUS, "the status is GEZET or VERVALLEN");
    }
    for (Column column : Column.SAID) {
      if (row.text(column).length() > LONGEST) {
        problem(column, "a value has at most " + LONGEST + " characters");
      }
    }
    Sharing sharing = sharing();
    Optional<ReportedPerson> person = sharing == Sharing.AGREED ? person() : unnamed();
    Vaccine vaccine = vaccine();
    Optional<PartialDate> occurredOn = needed(Column.TOEGEDIEND_OP, PartialDate::parse);
    Optional<BatchNumber> batch = value(Column.BATCHNUMMER, BatchNumber::new);
    Administration administration = administration();
    if (!problems.isEmpty() || occurredOn.isEmpty()) {
      return new Reading.Unreadable(problems);
    }
    return new Reading.Understood(
        new Draft(
            row.id(),
            row.changedAt().orElse(now),
            person,
            sharing,
            vaccine,
            occurredOn.get(),
            batch,
            administration,
            Draft.said(row)));
  }

  /// Nobody was asked, or nobody wrote it down: then it may not be shared.
  private Sharing sharing() {
    return row.text(Column.TOESTEMMING).equals("true") ? Sharing.AGREED : Sharing.REFUSED;
  }

  private Optional<ReportedPerson> person() {
    Optional<Bsn> bsn = needed(Column.BSN, Bsn::of);
    return Optional.of(
        new ReportedPerson(bsn, name(), value(Column.GEBOORTEDATUM, PartialDate::parseBrp), sex()));
  }

  /// Who did not agree to share is only of an age.
  private Optional<ReportedPerson> unnamed() {
    return value(Column.GEBOORTEDATUM, PartialDate::parseBrp)
        .map(
            birth ->
                new ReportedPerson(
                    Optional.empty(), Optional.empty(), Optional.of(birth), Sex.UNKNOWN));
  }

  private Optional<PersonName> name() {
    String given = row.text(Column.VOORNAMEN);
    String surname = row.text(Column.GESLACHTSNAAM);
    if (given.isEmpty() && surname.isEmpty()) {
      return Optional.empty();
    }
    return understood(
        Column.GESLACHTSNAAM, () -> new PersonName(given, row.text(Column.VOORVOEGSEL), surname));
  }

  private Sex sex() {
    return switch (row.text(Column.GESLACHT)) {
      case "M" -> Sex.MALE;
      case "V" -> Sex.FEMALE;
      case "X" -> Sex.OTHER;
      default -> Sex.UNKNOWN;
    };
  }

  private Vaccine vaccine() {
    Optional<VaccineCode> hpk = value(Column.HPK, code -> new VaccineCode(CodeSystem.HPK, code));
    String text = row.text(Column.VACCIN);
    if (row.text(Column.HPK).isEmpty() && text.isEmpty()) {
      problem(Column.VACCIN, "the vaccine is named by hpk, or at least by vaccin");
    }
    return new Vaccine(hpk.stream().toList(), text);
  }

  private Administration administration() {
    Optional<Ura> ura = value(Column.GGD_URA, Ura::new);
    return new Administration(
        row.text(Column.FABRIKANT),
        row.text(Column.GGD),
        ura.map(it -> "URA:" + it.value()).orElse(""),
        "NL",
        row.text(Column.DOSISNUMMER),
        "",
        "",
        "",
        "");
  }

  private <V> Optional<V> needed(Column column, Function<String, V> reading) {
    if (row.text(column).isEmpty()) {
      problem(column, "it is needed and empty");
      return Optional.empty();
    }
    return value(column, reading);
  }

  private <V> Optional<V> value(Column column, Function<String, V> reading) {
    String text = row.text(column);
    return text.isEmpty() ? Optional.empty() : understood(column, () -> reading.apply(text));
  }

  private <V> Optional<V> understood(Column column, Supplier<V> value) {
    try {
      return Optional.of(value.get());
    } catch (InvalidValue invalid) {
      problem(column, invalid.rule());
      return Optional.empty();
    }
  }

  private void problem(Column column, String rule) {
    problems.add(column.title() + ": " + rule);
  }
}
