// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What a report says, as bytes to be sealed, and back. The canonical content is left out: it has
/// been reduced to the index by which the report is known.
@Component
class Understood {

  private static final byte[] NO_CONTENT = {};

  private final JsonMapper json;

  Understood(JsonMapper json) {
    this.json = json;
  }

  byte[] write(ReportedVaccination said) {
    return json.writeValueAsBytes(
        new Sentence(
            said.identifier(),
            said.intention(),
            said.person().map(Understood::subject).orElse(null),
            said.sharing(),
            said.vaccine().codes().stream()
                .map(code -> new Code(code.system(), code.code()))
                .toList(),
            said.vaccine().text(),
            said.occurredOn().toString(),
            said.batch().map(BatchNumber::value).orElse(null),
            said.administration(),
            said.stated().map(Instant::toString).orElse(null)));
  }

  ReportedVaccination read(byte[] bytes) {
    Sentence sentence = json.readValue(bytes, Sentence.class);
    return new ReportedVaccination(
        sentence.identifier,
        sentence.intention,
        Optional.ofNullable(sentence.person).map(Subject::person),
        sentence.sharing,
        new Vaccine(
            sentence.codes.stream().map(code -> new VaccineCode(code.system, code.code)).toList(),
            sentence.vaccine),
        PartialDate.parse(sentence.occurredOn),
        Optional.ofNullable(sentence.batch).map(BatchNumber::new),
        sentence.administration,
        Optional.ofNullable(sentence.stated).map(Instant::parse),
        NO_CONTENT);
  }

  private static Subject subject(ReportedPerson person) {
    PersonName name = person.name().orElse(null);
    return new Subject(
        person.bsn().map(Bsn::reveal).orElse(null),
        name == null ? null : List.of(name.given(), name.infix(), name.surname()),
        person.birthDate().map(PartialDate::toString).orElse(null),
        person.sex());
  }

  private record Sentence(
      SourceIdentifier identifier,
      Intention intention,
      @Nullable Subject person,
      Sharing sharing,
      List<Code> codes,
      String vaccine,
      String occurredOn,
      @Nullable String batch,
      Administration administration,
      @Nullable String stated) {
    @Override
    public String toString() {
      return "Sentence[hidden]";
    }
  }

  private record Code(CodeSystem system, String code) {}

  private record Subject(
      @Nullable String bsn, @Nullable List<String> name, @Nullable String birthDate, Sex sex) {

    ReportedPerson person() {
      return new ReportedPerson(
          Optional.ofNullable(bsn).map(Bsn::of),
          Optional.ofNullable(name)
              .map(parts -> new PersonName(parts.get(0), parts.get(1), parts.get(2))),
          Optional.ofNullable(birthDate).map(PartialDate::parse),
          sex);
    }

    @Override
    public String toString() {
      return "Subject[hidden]";
    }
  }
}
