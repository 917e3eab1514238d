// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.cims.contracts.citizen.AsSent;
import nl.cims.contracts.citizen.JoinRule;
import nl.cims.contracts.citizen.Localised;
import nl.cims.contracts.citizen.VaccinationView;
import nl.cims.contracts.citizen.VaccinationView.OtherReport;
import nl.cims.pages.Language;
import nl.cims.pages.Texts;
import nl.cims.pages.Wording;
import nl.cims.registry.console.web.SentRows.Row;
import org.junit.jupiter.api.Test;

/// What parties sent beside what is understood by it.
class SentRowsTest {

  private static final Instant NOW = Instant.parse("2026-11-20T09:15:00Z");
  private static final Localised COMIRNATY = new Localised("Comirnaty", "Comirnaty");
  private static final Localised SOME_MRNA = new Localised("mRNA-vaccin", "mRNA vaccine");

  private final Texts texts = Wording.of(Map.of(), ConsoleFrames.TEXTS).in(Language.EN);

  @Test
  void setsAllReportsOfADoseBesideOneUnderstanding() {
    SentRows rows = rows(report(COMIRNATY, "2021-01-08"));
    assertThat(rows.sources()).containsExactly("GGD", "Jansen");
    assertThat(row(rows, "dose.vaccine"))
        .isEqualTo(
            new Row(
                "dose.vaccine",
                List.of("Pfizer; HPK 2924528", "Corona; HPK 2924528"),
                List.of("Comirnaty: COVID-19")));
    assertThat(row(rows, "dose.date").understood()).containsExactly("8 January 2021");
  }

  @Test
  void saysWhereAReportAloneWouldBeReadOtherwise() {
    SentRows rows = rows(report(SOME_MRNA, "2021-01-09"));
    assertThat(row(rows, "dose.vaccine").understood())
        .containsExactly("Comirnaty: COVID-19", "Jansen: mRNA vaccine");
    assertThat(row(rows, "dose.date").understood())
        .containsExactly("8 January 2021", "Jansen: 9 January 2021");
  }

  @Test
  void keepsWhatOnlyOneOfThemSentAndLeavesOutWhatNobodyDid() {
    SentRows rows = rows(report(COMIRNATY, "2021-01-08"));
    assertThat(row(rows, "dose.note"))
        .isEqualTo(new Row("dose.note", List.of("", "left arm was sore"), List.of()));
    assertThat(rows.rows()).extracting(Row::name).doesNotContain("dose.site", "dose.country");
  }

  private static Row row(SentRows rows, String name) {
    return rows.rows().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  private SentRows rows(OtherReport... others) {
    return SentRows.of(
        new VaccinationView(
            "1",
            COMIRNATY,
            List.of(new Localised("COVID-19", "COVID-19")),
            "COVID",
            "2021-01-08",
            Optional.of("EJ6796"),
            Optional.of("Pfizer"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "GGD",
            NOW,
            false,
            sent("Pfizer", "2021-01-08", ""),
            List.of(others)),
        texts);
  }

  private static OtherReport report(Localised name, String date) {
    return new OtherReport(
        "Jansen", name, date, NOW, sent("Corona", date, "left arm was sore"), JoinRule.SAME_BATCH);
  }

  private static AsSent sent(String vaccine, String date, String note) {
    return new AsSent(
        vaccine,
        List.of(new AsSent.Code("HPK", "2924528")),
        date,
        "EJ6796",
        "Pfizer",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        note);
  }
}
