// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.cims.registry.intake.ReportedPerson;
import nl.cims.registry.intake.ReportedVaccination;
import nl.cims.registry.intake.ReportedVaccination.Administration;
import nl.cims.registry.intake.ReportedVaccination.Intention;
import nl.cims.registry.intake.ReportedVaccination.Sharing;
import nl.cims.registry.intake.ReportedVaccination.SourceIdentifier;
import nl.cims.registry.intake.ReportedVaccination.Vaccine;
import nl.cims.vocabulary.BatchNumber;
import nl.cims.vocabulary.Bsn;
import nl.cims.vocabulary.CodeSystem;
import nl.cims.vocabulary.PartialDate;
import nl.cims.vocabulary.PersonName;
import nl.cims.vocabulary.Sex;
import nl.cims.vocabulary.VaccineCode;

/// Translates a row to what intake understands, or tells everything that is wrong with it at once.
final class RowReading {

  private static final PartialDate UNREAD = new PartialDate(1, 0, 0);
  private static final Pattern DOSE = Pattern.compile("\\d{1,2}(/\\d{1,2})?");
  private static final Pattern NUMBER = Pattern.compile("(?i)(URA|AGB)[: ]?(\\d{8})");
  private static final int LONGEST_CODE = 40;
  private static final int LONGEST_BATCH = 60;

  private final int number;
  private final Cells cells;

  private RowReading(int number, Cells cells) {
    this.number = number;
    this.cells = cells;
  }

  static Reading of(Layout layout, Row row) {
    return new RowReading(row.number(), new Cells(layout, row)).read();
  }

  private Reading read() {
    String identifier = identifier();
    Intention intention =
        cells.read(Column.ACTION, Remark.NO_ACTION, Codes::intention).orElse(Intention.RECORD);
    cells.required(Column.CONSENT);
    Sharing sharing =
        cells.read(Column.CONSENT, Remark.NO_YES_OR_NO, Codes::sharing).orElse(Sharing.REFUSED);
    Optional<ReportedPerson> person = person(sharing);
    cells.required(Column.DATE);
    PartialDate date = cells.read(Column.DATE, Remark.NO_DATE, Dates::date).orElse(UNREAD);
    ReportedVaccination report =
        new ReportedVaccination(
            new SourceIdentifier("", identifier),
            intention,
            person,
            sharing,
            vaccine(),
            date,
            batch(),
            administration(),
            cells.read(Column.STATED, Remark.NO_TIME, Dates::moment),
            CanonicalContent.of(cells, intention, date));
    List<Finding> findings = cells.findings();
    return findings.isEmpty()
        ? new Reading.Understood(number, report)
        : new Reading.Unreadable(number, findings);
  }

  private String identifier() {
    String identifier = cells.required(Column.IDENTIFIER);
    if (!identifier.isEmpty() && identifier.equals(cells.text(Column.BSN))) {
      cells.add(Remark.BSN_AS_IDENTIFIER, Column.IDENTIFIER);
    }
    return identifier;
  }

  private Optional<ReportedPerson> person(Sharing sharing) {
    if (sharing == Sharing.AGREED) {
      cells.required(Column.BSN);
    }
    Optional<Bsn> bsn = cells.read(Column.BSN, Remark.NO_BSN, Bsn::parse);
    Optional<PersonName> name = name();
    Optional<PartialDate> birthDate = cells.read(Column.BIRTH_DATE, Remark.NO_DATE, Dates::date);
    Optional<Sex> sex = cells.read(Column.SEX, Remark.NO_SEX, Codes::sex);
    return bsn.isEmpty() && name.isEmpty() && birthDate.isEmpty() && sex.isEmpty()
        ? Optional.empty()
        : Optional.of(new ReportedPerson(bsn, name, birthDate, sex.orElse(Sex.UNKNOWN)));
  }

  private Optional<PersonName> name() {
    String given = shortened(Column.GIVEN);
    String infix = shortened(Column.INFIX);
    String surname = shortened(Column.SURNAME);
    if (!given.isEmpty() || !surname.isEmpty()) {
      return Optional.of(new PersonName(given, infix, surname));
    }
    if (!infix.isEmpty()) {
      cells.add(Remark.NO_SURNAME, Column.SURNAME);
    }
    return Optional.empty();
  }

  /// One that is too long was noticed before.
  private String shortened(Column column) {
    String text = cells.text(column);
    return text.length() <= 200 ? text : "";
  }

  private Vaccine vaccine() {
    if (!cells.has(Column.CODE)) {
      cells.required(Column.VACCINE);
      return new Vaccine(List.of(), cells.text(Column.VACCINE));
    }
    cells.required(Column.SYSTEM);
    Optional<CodeSystem> system = cells.read(Column.SYSTEM, Remark.NO_CODE_SYSTEM, Codes::system);
    Optional<String> code = cells.read(Column.CODE, Remark.NO_CODE, RowReading::code);
    return new Vaccine(
        system.flatMap(in -> code.map(it -> new VaccineCode(in, it))).stream().toList(),
        cells.text(Column.VACCINE));
  }

  private Optional<BatchNumber> batch() {
    return cells.read(
        Column.BATCH,
        Remark.NO_BATCH,
        text ->
            text.length() > LONGEST_BATCH || text.chars().anyMatch(Character::isISOControl)
                ? Optional.empty()
                : Optional.of(new BatchNumber(text)));
  }

  private Administration administration() {
    return new Administration(
        cells.text(Column.MAKER),
        cells.text(Column.PERFORMER),
        cells
            .read(Column.PERFORMER_NUMBER, Remark.NO_PERFORMER_NUMBER, RowReading::performer)
            .orElse(""),
        "",
        cells.read(Column.DOSE, Remark.NO_DOSE, RowReading::dose).orElse(""),
        cells.text(Column.SITE),
        cells.text(Column.ROUTE),
        cells.text(Column.AMOUNT),
        cells.text(Column.NOTE));
  }

  private static Optional<String> code(String text) {
    return text.length() <= LONGEST_CODE && text.chars().noneMatch(Character::isWhitespace)
        ? Optional.of(text)
        : Optional.empty();
  }

  private static Optional<String> dose(String text) {
    return Optional.of(text).filter(it -> DOSE.matcher(it).matches());
  }

  private static Optional<String> performer(String text) {
    var number = NUMBER.matcher(text);
    return number.matches()
        ? Optional.of(number.group(1).toUpperCase(java.util.Locale.ROOT) + ":" + number.group(2))
        : Optional.empty();
  }
}
