// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.overview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import nl.cims.contracts.citizen.AsSent;
import nl.cims.contracts.citizen.DossierView;
import nl.cims.contracts.citizen.ExportView;
import nl.cims.contracts.citizen.Localised;
import nl.cims.contracts.citizen.PersonView;
import nl.cims.contracts.citizen.VaccinationView;
import nl.cims.vocabulary.Sex;

/// Dossiers of people who do not exist, from the plain to the strange.
public final class Papers {

  public static final Instant NOW = Instant.parse("2026-11-20T09:15:00Z");

  private static final PersonView IRIS =
      new PersonView("Iris Johanna", "van der", "Turfhaven", "1992-09-13", Sex.FEMALE);

  private Papers() {}

  /// Six doses of everyday.
  public static DossierView plain() {
    return new DossierView(Optional.of(IRIS), doses(6), NOW);
  }

  /// More than a page.
  public static DossierView forty() {
    return new DossierView(Optional.of(IRIS), doses(40), NOW);
  }

  /// Nothing known, not even a name.
  public static DossierView empty() {
    return new DossierView(Optional.empty(), List.of(), NOW);
  }

  /// What sources may send: no code, half a date, long words without a space, markup, characters
  /// that no font has or no document may hold.
  public static DossierView strange() {
    PersonView person =
        new PersonView(
            "Žofia-Ægidius Maria-Antoinetta-Wilhelmina Ðurđa",
            "",
            "Çelebi-İnönü-von-und-zu-Łódź-Nguyễn-Sjökvist-Ο'Βριεν-王小明",
            "1950",
            Sex.UNKNOWN);
    List<VaccinationView> doses = new ArrayList<>();
    doses.add(
        dose(
            "<b>DTP</b> & \"more\" ]]> e\u0301\u0001 😀",
            List.of(),
            "SOMETHING",
            "2019-05",
            "A2C4E6G8J0-A2C4E6G8J0-A2C4E6G8J0-A2C4E6G8J0-A2C4E6G8J0-60CH",
            "",
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
            "KE",
            "1/"));
    doses.add(dose("", List.of(), "OTHER", "yesterday", "", "", "", "", ""));
    doses.add(dose("M".repeat(200), List.of(), "RVP", "1950", "M".repeat(60), "", "", "NL", "9"));
    return new DossierView(Optional.of(person), doses, NOW);
  }

  /// As much as a seal covers, of which nothing can be said more shortly.
  public static DossierView withoutPattern() {
    Random random = new Random(20261122);
    List<VaccinationView> doses = new ArrayList<>();
    for (int i = 0; i < ExportView.DOSES_PER_SEAL; i++) {
      String noise =
          random.ints(500, 'A', 'z').mapToObj(Character::toString).collect(Collectors.joining());
      doses.add(dose(noise, List.of(), "OTHER", "2020", "", "", "", "NL", ""));
    }
    return new DossierView(Optional.of(IRIS), doses, NOW);
  }

  private static List<VaccinationView> doses(int count) {
    List<VaccinationView> doses = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean corona = i % 3 == 0;
      doses.add(
          dose(
              corona ? "Comirnaty Original/Omicron BA.4-5" : i % 3 == 1 ? "BMR" : "DKTP-Hib-HepB",
              corona ? diseases("Corona", "Coronavirus") : diseases("Mazelen", "Measles"),
              corona ? "COVID" : "RVP",
              "%d-%02d-%02d".formatted(2025 - i, 1 + i % 12, 1 + i % 28),
              "FM%04d".formatted(4187 + 37 * i),
              corona ? "Pfizer/BioNTech" : "Merck Sharp & Dohme",
              corona ? "GGD regio Utrecht" : "Jeugdgezondheidszorg Utrecht",
              i == 1 ? "BE" : "NL",
              corona ? "2/2" : "1"));
    }
    return doses;
  }

  private static List<Localised> diseases(String dutch, String english) {
    return List.of(new Localised(dutch, english));
  }

  private static VaccinationView dose(
      String name,
      List<Localised> diseases,
      String programme,
      String date,
      String batch,
      String maker,
      String giver,
      String country,
      String dose) {
    return new VaccinationView(
        name + date,
        new Localised(name, name),
        diseases,
        programme,
        date,
        known(batch),
        known(maker),
        known(giver),
        known(country),
        known(dose),
        "GGD regio Utrecht",
        NOW,
        false,
        new AsSent(name, List.of(), date, batch, maker, giver, "", country, dose, "", "", "", ""),
        List.of());
  }

  private static Optional<String> known(String text) {
    return Optional.of(text).filter(some -> !some.isEmpty());
  }
}
