// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.people;

import java.util.List;
import nl.cims.contracts.citizen.Localised;
import nl.cims.vocabulary.Bsn;
import nl.cims.vocabulary.PartialDate;
import nl.cims.vocabulary.PersonName;
import nl.cims.vocabulary.Sex;

/// The ten people to log in as, each with something special.
@SuppressWarnings("ImmutableEnumChecker") // its fields are records of strings
public enum TestCitizen {
  NO_VACCINATIONS(
      "999990019",
      name("Fatima", "", "El Amrani"),
      "1979-06-30",
      Sex.FEMALE,
      note("geen vaccinaties bekend", "no vaccinations known")),
  CHILDHOOD(
      "999990020",
      name("Noor Elisabeth", "van den", "Berg"),
      "2011-10-03",
      Sex.FEMALE,
      note("alle kindervaccinaties (RVP)", "all childhood vaccinations")),
  FULL_COVID(
      "999990032",
      name("Johannes Cornelis", "de", "Vries"),
      "1951-02-14",
      Sex.MALE,
      note("volledige coronareeks met herhaalprikken", "full COVID series with boosters")),
  REPORTED_TWICE(
      "999990044",
      name("Emre", "", "Yıldız"),
      "1988-11-09",
      Sex.MALE,
      note(
          "een prik die twee keer is gemeld: te zien als één",
          "a dose that was reported twice: shown once")),
  PARTIAL_BIRTH_DATE(
      "999990056",
      name("Amina", "", "Hassan"),
      "1961",
      Sex.FEMALE,
      note(
          "alleen het geboortejaar bekend, een prik zonder batchnummer",
          "only the year of birth known, a dose without batch number")),
  LONG_BATCH_NUMBER(
      "999990068",
      name("Sanne", "in 't", "Veld"),
      "1995-03-27",
      Sex.FEMALE,
      note("batchnummer van 60 tekens", "batch number of 60 characters")),
  LONG_NAME(
      "999990081",
      name(
          "Wilhelmina Zoë Françoise Désirée Annabel-Chloë",
          "van der",
          "Hoeven tot Rijswijck-Çelebioğlu Grünewaldenbergh"),
      "1972-08-19",
      Sex.FEMALE,
      note("lange naam met bijzondere tekens", "long name with diacritics")),
  CORRECTED(
      "999990093",
      name("Pieter Sjoerd", "", "Hoekstra"),
      "1966-12-05",
      Sex.MALE,
      note("datum en batchnummer later verbeterd", "date and batch number corrected later")),
  WITHDRAWN(
      "999990111",
      name("Maria", "ter", "Horst"),
      "1983-04-01",
      Sex.FEMALE,
      note(
          "een prik die door de melder is ingetrokken: niet te zien",
          "a dose withdrawn by its source: not shown")),
  CONSENT_REFUSED(
      "999990123",
      name("René", "van 't", "Hof"),
      "1957-01-23",
      Sex.MALE,
      note(
          "gevaccineerd, maar zonder toestemming om te delen: niets te zien",
          "vaccinated, but refused to share it: nothing to see"));

  private final String bsn;
  private final PersonName name;
  private final String birthDate;
  private final Sex sex;
  private final Localised note;

  TestCitizen(String bsn, PersonName name, String birthDate, Sex sex, Localised note) {
    this.bsn = bsn;
    this.name = name;
    this.birthDate = birthDate;
    this.sex = sex;
    this.note = note;
  }

  /// Who it is.
  public Person person() {
    return new Person(Bsn.of(bsn), name, PartialDate.parse(birthDate), sex);
  }

  /// What is special about him.
  public Localised note() {
    return note;
  }

  /// What is reported about him, in order.
  public List<Report> reports() {
    return TestHistories.of(this);
  }

  Subject subject() {
    return new Subject(person(), reports());
  }

  private static PersonName name(String given, String infix, String surname) {
    return new PersonName(given, infix, surname);
  }

  private static Localised note(String nl, String en) {
    return new Localised(nl, en);
  }
}
