// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.cims.contracts.citizen.AccessLogProof;
import nl.cims.contracts.citizen.AccessLogView;
import nl.cims.contracts.citizen.AccessLogView.Action;
import nl.cims.contracts.citizen.AccessLogView.Data;
import nl.cims.contracts.citizen.AccessLogView.Kind;
import nl.cims.contracts.citizen.AccessLogView.Line;
import nl.cims.contracts.citizen.AccessLogView.Medium;
import nl.cims.contracts.citizen.AccessLogView.Outcome;
import nl.cims.contracts.citizen.AccessLogView.Reason;
import nl.cims.contracts.citizen.AccessLogView.Role;
import nl.cims.contracts.citizen.AsSent;
import nl.cims.contracts.citizen.DossierView;
import nl.cims.contracts.citizen.JoinRule;
import nl.cims.contracts.citizen.Localised;
import nl.cims.contracts.citizen.PersonView;
import nl.cims.contracts.citizen.PlanningView;
import nl.cims.contracts.citizen.PlanningView.Plan;
import nl.cims.contracts.citizen.PlanningView.Stage;
import nl.cims.contracts.citizen.PlanningView.Window;
import nl.cims.contracts.citizen.SourcesView;
import nl.cims.contracts.citizen.SourcesView.Source;
import nl.cims.contracts.citizen.VaccinationView;
import nl.cims.contracts.citizen.VaccinationView.OtherReport;
import nl.cims.vocabulary.Sex;

/// A citizen who does not exist, and what the register could say of her.
final class Examples {

  static final Instant NOW = Instant.parse("2026-11-20T09:15:00Z");

  private Examples() {}

  static DossierView dossier() {
    return new DossierView(
        Optional.of(
            new PersonView("Iris Johanna", "van der", "Turfhaven", "1992-09-13", Sex.FEMALE)),
        List.of(
            dose("Comirnaty", corona(), "COVID", "2021-12-28", "FM4187", "3", false),
            dose("Comirnaty", corona(), "COVID", "2021-07-16", "FE8405", "2/2", true),
            dose("Comirnaty", corona(), "COVID", "2021-06-11", "FD0168", "1/2", false),
            new VaccinationView(
                "4",
                same("DTP, vaccine as the source called it"),
                List.of(),
                "OTHER",
                "2019-05",
                Optional.of("A2C4E6G8J0-A2C4E6G8J0-A2C4E6G8J0-A2C4E6G8J0-A2C4E6G8J0-60CH"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("KE"),
                Optional.empty(),
                "Huisartsenpraktijk De Linde",
                NOW,
                false,
                sent(
                    "DTP, vaccine as the source called it",
                    "2019-05",
                    "A2C4E6G8J0-A2C4E6G8J0-A2C4E6G8J0-A2C4E6G8J0-A2C4E6G8J0-60CH",
                    "",
                    "KE",
                    ""),
                List.of()),
            dose("BMR", bmr(), "RVP", "2001-10-02", "HB41190", "2", false),
            dose("BMR", bmr(), "RVP", "1993-11-18", "HA20771", "1", false)),
        NOW);
  }

  static DossierView empty() {
    return new DossierView(Optional.empty(), List.of(), NOW);
  }

  static AccessLogView accessLog() {
    return new AccessLogView(
        LocalDate.of(2025, 11, 20),
        LocalDate.of(2026, 11, 20),
        List.of(
            line(NOW, Kind.LOG_VIEW, Data.ACCESS_LOG),
            line(NOW.minusSeconds(90), Kind.DOSSIER_VIEW, Data.DOSSIER),
            line(NOW.minusSeconds(190), Kind.DOSSIER_VIEW, Data.DOSSIER),
            new Line(
                new UUID(0x0193_4f5e_0000_7000L, 0x8000_0000_0000_0001L),
                NOW.minusSeconds(8_000_000),
                "Huisartsenpraktijk De Linde",
                Role.CARE_PROVIDER,
                Role.CARE_PROVIDER,
                Role.SYSTEM,
                Kind.DOSSIER_VIEW,
                Action.READ,
                Data.DOSSIER,
                Reason.CARE_RELATION,
                Medium.MESSAGE,
                true,
                Outcome.REFUSED)),
        false);
  }

  static AccessLogProof proof() {
    return new AccessLogProof(
        new UUID(0x0193_4f5e_0000_7000L, NOW.getEpochSecond()),
        new AccessLogProof.Leaf(2, Map.of("kind", "LOG_VIEW"), "aGlkZGVu", "bGVhZg=="),
        Optional.of(
            new AccessLogProof.Inclusion(
                3,
                5,
                List.of("aGFzaA=="),
                "log\n5\nroot\n\n\u2014 log c2ln\n",
                List.of("log+1+a2V5"))));
  }

  private static Line line(Instant at, Kind kind, Data data) {
    return new Line(
        new UUID(0x0193_4f5e_0000_7000L, at.getEpochSecond()),
        at,
        "RIVM",
        Role.CITIZEN,
        Role.CITIZEN,
        Role.SYSTEM,
        kind,
        Action.READ,
        data,
        Reason.OWN_DATA,
        Medium.PORTAL,
        false,
        Outcome.GIVEN);
  }

  private static VaccinationView dose(
      String name,
      List<Localised> diseases,
      String programme,
      String date,
      String batch,
      String dose,
      boolean corrected) {
    boolean corona = programme.equals("COVID");
    return new VaccinationView(
        date,
        same(name),
        diseases,
        programme,
        date,
        Optional.of(batch),
        Optional.of(corona ? "Pfizer/BioNTech" : "Merck Sharp & Dohme"),
        Optional.of(corona ? "GGD regio Utrecht" : "Jeugdgezondheidszorg Utrecht"),
        Optional.of("NL"),
        Optional.of(dose),
        corona ? "GGD regio Utrecht" : "GGD GHOR Nederland",
        NOW,
        corrected,
        sent(name, date, batch, corona ? "GGD regio Utrecht" : "", "NL", dose),
        dose.equals("3") ? List.of(byTheGp(name, date)) : List.of());
  }

  static PlanningView planning(Stage stage) {
    return new PlanningView(
        List.of(
            new Plan(
                "COVID",
                stage,
                switch (stage) {
                  case NOTHING_RECEIVED -> 0;
                  case NEXT_DOSE -> 1;
                  case COMPLETE -> 2;
                },
                stage == Stage.NOTHING_RECEIVED ? Optional.empty() : Optional.of("2021-06-11"),
                stage == Stage.NEXT_DOSE
                    ? Optional.of(new Window(LocalDate.of(2021, 7, 2), LocalDate.of(2021, 7, 23)))
                    : Optional.empty())),
        NOW);
  }

  static SourcesView sources() {
    return new SourcesView(
        List.of(
            new Source(SourcesView.Kind.GGD, Optional.of(NOW.minusSeconds(120))),
            new Source(SourcesView.Kind.GP, Optional.of(NOW.minusSeconds(86_400))),
            new Source(SourcesView.Kind.HOSPITAL, Optional.empty())));
  }

  private static AsSent sent(
      String vaccine, String date, String batch, String performer, String country, String dose) {
    return new AsSent(
        vaccine,
        vaccine.equals("Comirnaty")
            ? List.of(new AsSent.Code("HPK", "2924528"), new AsSent.Code("CVX", "208"))
            : List.of(),
        date,
        batch,
        "",
        performer,
        performer.isEmpty() ? "" : "URA:12345678",
        country,
        dose,
        performer.isEmpty() ? "" : "LA",
        performer.isEmpty() ? "" : "IM",
        performer.isEmpty() ? "" : "0.3 mL",
        "");
  }

  private static OtherReport byTheGp(String name, String date) {
    return new OtherReport(
        "Huisartsenpraktijk De Linde",
        same(name),
        date,
        NOW,
        sent(name, date, "", "", "", ""),
        JoinRule.SAME_DAY);
  }

  private static Localised same(String name) {
    return new Localised(name, name);
  }

  private static List<Localised> corona() {
    return List.of(new Localised("Corona", "Coronavirus"));
  }

  private static List<Localised> bmr() {
    return List.of(
        new Localised("Bof", "Mumps"),
        new Localised("Mazelen", "Measles"),
        new Localised("Rodehond", "Rubella"));
  }
}
