// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.cims.registry.intake.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What senders read: results, template and explanations, in both languages.
class PrintingTest {

  @Test
  void everyFindingIsReadBackAsItWasStored() {
    List<Finding> findings =
        List.of(
            Finding.of(Remark.NO_BSN, Column.BSN),
            Finding.ofRow(Remark.TOO_MANY_CELLS),
            Finding.of(Remark.MISSING, Column.DATE));
    assertThat(Finding.read(Finding.stored(findings))).isEqualTo(findings);
    assertThat(Finding.read(Finding.stored(List.of()))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Outcome.Rule.class)
  void everyRuleOfIntakeHasItsOwnWords(Outcome.Rule rule) {
    Finding finding = Remark.of(new Outcome.Reason(rule, Outcome.Field.IDENTIFIER));
    assertThat(finding.about()).hasToString(rule.name());
    assertThat(finding.text(Language.NL)).startsWith("identificatie: ");
    assertThat(finding.text(Language.EN)).startsWith("identifier: ");
  }

  @ParameterizedTest
  @EnumSource(Column.class)
  void everyColumnIsExplainedAndFoundByBothItsNames(Column column) {
    Explanation explanation = Explanation.of(column);
    for (Language language : Language.values()) {
      assertThat(Column.named(column.title(language))).contains(column);
      assertThat(explanation.text(language)).isNotBlank();
      assertThat(Template.explanations(language)).contains("`" + column.title(language) + "`");
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theTemplateIsAFileThatOnlyLacksRows(Language language) {
    Table table = Table.open(Sheet.file(Template.header(language), StandardCharsets.UTF_8));
    assertThat(table.layout().places()).hasSize(Column.values().length);
    assertThat(table.layout().unknown()).isEmpty();
    assertThat(table.next()).isEmpty();
  }

  @Test
  void theExamplesInTheExplanationsAreGood() {
    Sheet sheet = new Sheet();
    Object[] cells =
        List.of(Column.values()).stream()
            .flatMap(it -> List.<Object>of(it, Explanation.of(it).example()).stream())
            .toArray();
    sheet.dose("1", "999990019", cells);
    Table table = Table.open(sheet.file());
    assertThat(RowReading.of(table.layout(), table.next().orElseThrow()))
        .isInstanceOf(Reading.Understood.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
  void noCellIsAFormula(String cell) {
    assertThat(ResultWriter.harmless(cell)).isEqualTo("'" + cell);
  }

  @Test
  void aResultHasOneLinePerRowWithAllItsFindings() {
    UUID receipt = UUID.fromString("01934f5e-0000-7000-8000-00000000000a");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ResultWriter writer = new ResultWriter(out, Language.NL);
    writer.unknown(List.of("=HYPERLINK(\"x\")"));
    writer.line(new Line(2, Line.Fate.RECORDED, Optional.of(receipt), List.of()));
    writer.line(
        Line.refused(
            3,
            List.of(
                Finding.of(Remark.NO_YES_OR_NO, Column.CONSENT),
                Finding.of(Remark.MISSING, Column.DATE))));
    writer.end();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "\uFEFFrij;uitkomst;ontvangstbewijs;meldingen\r\n"
                + "1;let op;;\"«=HYPERLINK(\"\"x\"\")»: deze kolom kennen we niet; wat erin staat is niet bewaard\"\r\n"
                + "2;geregistreerd;01934f5e-0000-7000-8000-00000000000a;\r\n"
                + "3;geweigerd;;toestemming_delen: schrijf ja of nee | vaccinatiedatum: dit veld is leeg\\; vul het in\r\n"
                    .replace("toestemming", "\"toestemming")
                    .replace("\\;", ";")
                    .replace("vul het in", "vul het in\""));
  }

  @Test
  void nothingPrintsWhatARowSays() {
    assertThat(new Row(2, List.of("geheim"))).hasToString("Row[2]");
  }
}
