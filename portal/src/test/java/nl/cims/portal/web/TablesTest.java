// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
import nl.cims.contracts.citizen.Localised;
import nl.cims.contracts.citizen.PlanningView;
import nl.cims.contracts.citizen.PlanningView.Plan;
import nl.cims.contracts.citizen.PlanningView.Stage;
import nl.cims.contracts.citizen.PlanningView.Window;
import nl.cims.contracts.citizen.VaccinationView;
import nl.cims.pages.Language;
import nl.cims.portal.PortalSettings.Programme;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// How what the register says is arranged on pages.
class TablesTest {

  private static final Instant NOW = Instant.parse("2026-11-20T09:15:00Z");
  private static final Programme COVID = programme("COVID", true);
  private static final Programme OTHER = programme("OTHER", false);

  @Nested
  class Log {

    @Test
    void foldsEqualLinesOfOneDutchDay() {
      List<AccessLogTable.Row> rows =
          rows(line("2026-11-20T09:15:00Z", true), line("2026-11-19T23:30:00Z", true));
      assertThat(rows).hasSize(1);
      assertThat(rows.getFirst().moments())
          .containsExactly(
              Instant.parse("2026-11-20T09:15:00Z"), Instant.parse("2026-11-19T23:30:00Z"));
    }

    @Test
    void keepsApartWhatDiffersOrIsOfAnotherDay() {
      assertThat(
              rows(
                  line("2026-11-20T09:15:00Z", true),
                  line("2026-11-20T09:10:00Z", false),
                  line("2026-11-19T22:30:00Z", true)))
          .hasSize(3);
    }

    private static List<AccessLogTable.Row> rows(Line... lines) {
      LocalDate day = LocalDate.of(2026, 11, 20);
      return new AccessLogTable(new AccessLogView(day, day, List.of(lines), false)).rows();
    }

    private static Line line(String at, boolean permitted) {
      return new Line(
          UUID.randomUUID(),
          Instant.parse(at),
          "RIVM",
          Role.CITIZEN,
          Role.CITIZEN,
          Role.SYSTEM,
          Kind.DOSSIER_VIEW,
          Action.READ,
          Data.DOSSIER,
          Reason.OWN_DATA,
          Medium.PORTAL,
          false,
          permitted ? Outcome.GIVEN : Outcome.REFUSED);
    }
  }

  @Nested
  class Dossier {

    @Test
    void putsTheNewestDiseaseFirstAndTheUnknownLast() {
      DossierTable table =
          table(
              dose("2024-01-01", "OTHER"),
              dose("2023-01-01", "COVID", "COVID-19"),
              dose("2022-01-01", "RVP", "mumps", "measles"),
              dose("2021-01-01", "COVID", "COVID-19"));
      assertThat(table.groups(Language.EN))
          .extracting(DossierTable.Group::diseases)
          .containsExactly("COVID-19", "Mumps, measles", "");
      assertThat(table.groups(Language.EN).getFirst().vaccinations())
          .extracting(VaccinationView::date)
          .containsExactly("2023-01-01", "2021-01-01");
    }

    @Test
    void showsAProgrammeWithoutASectionUnderTheLastOne() {
      DossierTable table = table(dose("2024-01-01", "NHS"), dose("2023-01-01", "COVID"));
      assertThat(table.section(table.dossier().vaccinations().getFirst())).isEqualTo(OTHER);
      assertThat(table.count(OTHER)).isEqualTo(1);
      assertThat(table.programmes()).containsExactly(COVID, OTHER);
    }

    private static DossierTable table(VaccinationView... doses) {
      return new DossierTable(
          new DossierView(Optional.empty(), List.of(doses), NOW), List.of(COVID, OTHER));
    }
  }

  @Nested
  class Planning {

    @Test
    void showsASectionWhetherTheRegisterPlansOrNot() {
      PlanningTable table =
          PlanningTable.of(
              new PlanningView(List.of(plan("2026-11-19")), NOW),
              List.of(COVID, OTHER, programme("RVP", true)));
      assertThat(table.sections())
          .extracting(section -> section.programme().id())
          .containsExactly("COVID", "RVP");
      assertThat(table.sections().getLast().plan()).isEmpty();
    }

    @Test
    void saysThatTheBestDaysAreOverOnlyOnceTheyAre() {
      assertThat(late("2026-11-19")).isTrue();
      assertThat(late("2026-11-20")).isFalse();
    }

    private static boolean late(String until) {
      return PlanningTable.of(new PlanningView(List.of(plan(until)), NOW), List.of(COVID))
          .sections()
          .getFirst()
          .late();
    }

    private static Plan plan(String until) {
      LocalDate last = LocalDate.parse(until);
      return new Plan(
          "COVID",
          Stage.NEXT_DOSE,
          1,
          Optional.of("2026-10-29"),
          Optional.of(new Window(last.minusDays(21), last)));
    }
  }

  private static Programme programme(String id, boolean planned) {
    return new Programme(id, id, id, Optional.empty(), planned);
  }

  private static VaccinationView dose(String date, String programme, String... diseases) {
    return new VaccinationView(
        date,
        new Localised("x", "x"),
        List.of(diseases).stream().map(each -> new Localised(each, each)).toList(),
        programme,
        date,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "x",
        NOW,
        false,
        new AsSent("", List.of(), date, "", "", "", "", "", "", "", "", "", ""),
        List.of());
  }
}
