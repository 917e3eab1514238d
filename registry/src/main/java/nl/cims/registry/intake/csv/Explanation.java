// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

/// What a sender fills in per column, in plain words.
///
/// @param dutch in Dutch
/// @param english in English
/// @param example a cell as it may be
record Explanation(String dutch, String english, String example) {

  String text(Language language) {
    return language.of(dutch, english);
  }

  static Explanation of(Column column) {
    return switch (column) {
      case IDENTIFIER ->
          new Explanation(
              "Uw eigen nummer van deze vaccinatie, hoogstens 200 tekens. Gebruik het opnieuw als u de vaccinatie corrigeert of intrekt. Geen BSN.",
              "Your own number of this vaccination, at most 200 signs. Use it again to correct or withdraw the vaccination. No BSN.",
              "2026-000123");
      case ACTION ->
          new Explanation(
              "nieuw, correctie of intrekken; leeg is nieuw. Geef bij een correctie of intrekking de hele rij.",
              "new, correction or withdraw; empty means new. Give the whole row with a correction or withdrawal.",
              "nieuw");
      case BSN ->
          new Explanation(
              "Het BSN, negen cijfers. Mag leeg zijn als de persoon niet wil delen.",
              "The BSN, nine digits. May be empty if the person does not share.",
              "999990019");
      case GIVEN -> new Explanation("De voornamen.", "The given names.", "Anna Maria");
      case INFIX -> new Explanation("Het tussenvoegsel.", "The infix of the surname.", "van der");
      case SURNAME ->
          new Explanation(
              "De achternaam zonder tussenvoegsel.", "The surname without infix.", "Linden");
      case BIRTH_DATE ->
          new Explanation(
              "De geboortedatum. Een onbekende dag of maand is 00.",
              "The birth date. An unknown day or month is 00.",
              "1985-12-01");
      case SEX -> new Explanation("m, v, x of onbekend.", "m, f, x or unknown.", "v");
      case CONSENT ->
          new Explanation(
              "ja als de persoon de vaccinatie met het register wil delen, anders nee. Bij nee bewaren we alleen vaccin, batch, datum, herkomst en leeftijdsgroep.",
              "yes if the person shares the vaccination with the register, else no. With no we only keep vaccine, batch, date, origin and age group.",
              "ja");
      case DATE ->
          new Explanation(
              "De dag van de vaccinatie: 2026-10-03 of 03-10-2026.",
              "The day of the vaccination: 2026-10-03 or 03-10-2026.",
              "2026-10-03");
      case CODE ->
          new Explanation(
              "De code van het vaccin. Kent u haar niet, laat haar dan leeg en vul vaccin in.",
              "The code of the vaccine. If you do not know it leave it empty and fill in vaccine.",
              "2924528");
      case SYSTEM ->
          new Explanation(
              "Waar de code vandaan komt: HPK, GPK, PRK, ZI, SNOMED, ATC, CVX, RIVM of EU.",
              "Where the code is from: HPK, GPK, PRK, ZI, SNOMED, ATC, CVX, RIVM or EU.",
              "HPK");
      default -> other(column);
    };
  }

  private static Explanation other(Column column) {
    return switch (column) {
      case VACCINE -> new Explanation("Hoe u het vaccin noemt.", "How you call it.", "Comirnaty");
      case BATCH ->
          new Explanation(
              "Het batchnummer, zoals het op de verpakking staat.",
              "The batch number as printed on the package.",
              "FE2090");
      case MAKER -> new Explanation("De fabrikant.", "The maker.", "Pfizer");
      case DOSE ->
          new Explanation(
              "De hoeveelste dosis; mag met het aantal: 2/3.",
              "Which dose; may have the number of doses: 2/3.",
              "2");
      case SITE -> new Explanation("Waar geprikt is.", "Where it was given.", "linkerbovenarm");
      case ROUTE -> new Explanation("Hoe het is toegediend.", "How it was given.", "im");
      case AMOUNT ->
          new Explanation("Hoeveel, met de eenheid.", "How much, with the unit.", "0,3 ml");
      case PERFORMER ->
          new Explanation(
              "Wie de vaccinatie gaf: de organisatie of de professional.",
              "Who gave the vaccination: the organisation or the professional.",
              "Zorghuis De Wilgen");
      case PERFORMER_NUMBER ->
          new Explanation(
              "De URA of AGB-code daarvan, acht cijfers.",
              "Its URA or AGB code, eight digits.",
              "URA:90000401");
      case STATED ->
          new Explanation(
              "Wanneer u deze gegevens het laatst vastlegde. Van twee correcties telt de laatst vastgelegde.",
              "When you last put down these data. Of two corrections the one that was put down last counts.",
              "2026-10-03 14:30");
      case NOTE ->
          new Explanation(
              "Een opmerking, hoogstens 2.000 tekens.", "A note, at most 2,000 signs.", "");
      default -> throw new IllegalStateException("no explanation of " + column);
    };
  }
}
