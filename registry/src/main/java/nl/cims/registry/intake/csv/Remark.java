// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import nl.cims.registry.intake.Outcome;

/// What can be told about a row, in plain words that say what to do.
enum Remark {
  MISSING("dit veld is leeg; vul het in", "this cell is empty; fill it in"),
  TOO_LONG("de tekst is te lang; maak hem korter", "the text is too long; make it shorter"),
  STRANGE_SIGNS(
      "er staan tekens in die niet te lezen zijn; typ de tekst opnieuw",
      "it holds signs that cannot be read; type the text again"),
  NO_BSN(
      "dit is geen BSN: een BSN heeft negen cijfers en klopt met de elfproef; een spreadsheet haalt soms de nul vooraan weg",
      "this is no BSN: a BSN has nine digits and passes the eleven-test; a spreadsheet sometimes drops the leading zero"),
  BSN_AS_IDENTIFIER(
      "gebruik een eigen nummer van de vaccinatie, niet het BSN",
      "use your own number of the vaccination, not the BSN"),
  NO_DATE(
      "dit is geen bestaande datum; schrijf 2026-10-03 of 03-10-2026",
      "this is no existing date; write 2026-10-03 or 03-10-2026"),
  NO_TIME(
      "dit is geen tijdstip; schrijf 2026-10-03 14:30 of 03-10-2026 14:30",
      "this is no time; write 2026-10-03 14:30 or 03-10-2026 14:30"),
  NO_YES_OR_NO("schrijf ja of nee", "write yes or no"),
  NO_SEX("schrijf m, v, x of onbekend", "write m, f, x or unknown"),
  NO_ACTION("schrijf nieuw, correctie of intrekken", "write new, correction or withdraw"),
  NO_CODE_SYSTEM(
      "schrijf HPK, GPK, PRK, ZI, SNOMED, ATC, CVX, RIVM of EU",
      "write HPK, GPK, PRK, ZI, SNOMED, ATC, CVX, RIVM or EU"),
  NO_CODE("een code heeft 1 tot 40 tekens, zonder spaties", "a code has 1 to 40 signs, no blanks"),
  NO_BATCH("een batchnummer heeft 1 tot 60 tekens", "a batch number has 1 to 60 signs"),
  NO_DOSE("schrijf een nummer, zoals 2 of 2/3", "write a number, such as 2 or 2/3"),
  NO_PERFORMER_NUMBER("schrijf URA:12345678 of AGB:12345678", "write URA:12345678 or AGB:12345678"),
  NO_SURNAME(
      "vul ook de achternaam of de voornamen in", "fill in the surname or the given names as well"),
  TOO_MANY_CELLS(
      "de rij heeft meer velden dan de eerste rij; controleer scheidingstekens en aanhalingstekens",
      "the row has more cells than the first row; check separators and quotation marks"),
  WITHOUT_PERSON(
      "geregistreerd zonder de persoon, want hij wil niet delen",
      "registered without the person, who does not share"),
  NOT_PROCESSED(
      "door een fout bij ons is deze rij niet verwerkt; stuur haar later opnieuw",
      "because of a fault on our side this row was not processed; send it again later"),
  UNKNOWN_COLUMN(
      "deze kolom kennen we niet; wat erin staat is niet bewaard",
      "we do not know this column; what stands in it is not kept"),
  NOT_CHECKED(
      "een proefrun controleert niet meer rijen; deze en de volgende zijn niet gecontroleerd",
      "a dry run checks no more rows; this one and the next are not checked"),
  OTHER_CONTENT(
      "u heeft deze identificatie al gebruikt met andere gegevens; zet in de kolom actie: correctie, of gebruik voor een andere vaccinatie een andere identificatie",
      "you used this identifier before with other data; write correction in the column action, or use another identifier for another vaccination"),
  ORIGINAL_UNKNOWN(
      "we kennen deze vaccinatie nog niet van u; stuur haar zelf ook, met actie nieuw",
      "we do not know this vaccination from you yet; send it too, with action new"),
  ALREADY_WITHDRAWN(
      "u heeft deze vaccinatie ingetrokken; meld haar onder een nieuwe identificatie als zij toch gegeven is",
      "you have withdrawn this vaccination; report it under a new identifier if it was given after all"),
  SUPERSEDED(
      "deze gegevens zijn later door u gecorrigeerd; gelden ze toch weer, stuur ze dan als correctie met een nieuw tijdstip in vastgelegd_op",
      "you have corrected these data later; if they hold again after all send them as a correction with a new time in stated_at"),
  BEFORE_BIRTH(
      "de vaccinatie is van vóór de geboorte; controleer beide datums",
      "the vaccination is dated before the birth; check both dates"),
  IN_FUTURE("de datum ligt in de toekomst; controleer hem", "the date is in the future; check it"),
  VACCINE_UNKNOWN(
      "deze code kennen we niet; controleer haar, of wacht tot wij haar kennen",
      "we do not know this code; check it, or wait until we do"),
  NOT_AGREED(
      "u bent niet geregistreerd voor vaccins van dit programma; controleer het vaccin, of vraag ons om uitbreiding",
      "you are not registered for vaccines of this programme; check the vaccine, or ask us to extend what you may report");

  private final String dutch;
  private final String english;

  Remark(String dutch, String english) {
    this.dutch = dutch;
    this.english = english;
  }

  String text(Language language) {
    return language.of(dutch, english);
  }

  /// The same as intake says it.
  static Finding of(Outcome.Reason reason) {
    return Finding.of(of(reason.rule()), of(reason.field()));
  }

  private static Remark of(Outcome.Rule rule) {
    return switch (rule) {
      case OTHER_CONTENT -> OTHER_CONTENT;
      case ORIGINAL_UNKNOWN -> ORIGINAL_UNKNOWN;
      case ALREADY_WITHDRAWN -> ALREADY_WITHDRAWN;
      case BEFORE_BIRTH -> BEFORE_BIRTH;
      case IN_FUTURE -> IN_FUTURE;
      case VACCINE_UNKNOWN -> VACCINE_UNKNOWN;
      case NOT_AGREED -> NOT_AGREED;
    };
  }

  private static Column of(Outcome.Field field) {
    return switch (field) {
      case IDENTIFIER -> Column.IDENTIFIER;
      case PERSON -> Column.BSN;
      case BIRTH_DATE -> Column.BIRTH_DATE;
      case OCCURRED_ON -> Column.DATE;
      case VACCINE -> Column.CODE;
      case BATCH -> Column.BATCH;
    };
  }
}
