// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.cims.contracts.citizen.Localised;
import nl.cims.registry.catalogue.Lines.CodeLine;
import nl.cims.registry.catalogue.Lines.DiseaseFile;
import nl.cims.registry.catalogue.Lines.DiseaseLine;
import nl.cims.registry.catalogue.Lines.MakerFile;
import nl.cims.registry.catalogue.Lines.MakerLine;
import nl.cims.registry.catalogue.Lines.ProgrammeFile;
import nl.cims.registry.catalogue.Lines.ProgrammeLine;
import nl.cims.registry.catalogue.Lines.VaccineFile;
import nl.cims.registry.catalogue.Lines.VaccineLine;
import nl.cims.vocabulary.CodeSystem;
import nl.cims.vocabulary.PartialDate;
import nl.cims.vocabulary.VaccineCode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What the data files may not say, and what they may.
class ContradictionsTest {

  private static final MakerLine MAKER = new MakerLine("maker", "Maker", List.of("MVX:MKR"));

  private static final ProgrammeLine OTHER = new ProgrammeLine("OTHER", "andere", "other");

  @Test
  void findsNoneInTheFilesThatAreShipped() {
    Lines lines = RealCatalogue.lines();
    assertThat(lines.products()).hasSizeGreaterThan(80);
    assertThat(Contradictions.in(lines)).isEmpty();
  }

  @Test
  void stopsTheStartAndSaysEveryReason() {
    Lines bad = lines(vaccine("a").named("", "a"), vaccine("a").against("nothing"));
    assertThatIllegalStateException()
        .isThrownBy(() -> new Catalogue(bad))
        .withMessageContaining("the product a stands there twice")
        .withMessageContaining("unknown");
  }

  @Nested
  class Names {

    @Test
    void areNeededInBothLanguages() {
      assertThat(in(vaccine("a").named("naam", " ")))
          .containsExactly("a has no name in one of the languages");
    }

    @Test
    void standForOneVaccineOnly() {
      assertThat(in(vaccine("a"), vaccine("a")))
          .containsExactly("the product a stands there twice");
    }

    @Test
    void ofDiseasesMakersAndKindsAreKnown() {
      assertThat(in(vaccine("a").against("plague")))
          .containsExactly("a names the disease plague, which is unknown");
      assertThat(in(vaccine("a").madeBy("nobody")))
          .containsExactly("a names the maker nobody, which is unknown");
      assertThat(in(vaccine("a").kind("none")))
          .containsExactly("a names the kind none, which is unknown");
      assertThat(in(vaccine("a").against())).containsExactly("a protects against nothing");
    }
  }

  @Nested
  class AProgramme {

    @Test
    void isKnownWhereAVaccineNamesIt() {
      assertThat(in(vaccine("a").under("NHS")))
          .containsExactly("a names the programme NHS, which is unknown");
      assertThat(programmes(vaccine("a").under("NHS"), new ProgrammeLine("NHS", "hiel", "heel")))
          .isEmpty();
    }

    @Test
    void standsThereOnceWithItsNames() {
      assertThat(programmes(vaccine("a"), new ProgrammeLine("NHS", "hielprik", " ")))
          .containsExactly("NHS has no name in one of the languages");
      assertThat(programmes(vaccine("a"), OTHER))
          .containsExactly("the programme OTHER stands there twice");
    }

    @Test
    void isThereForWhatBelongsToNoOther() {
      assertThat(Contradictions.in(lines(List.of(MAKER), List.of())))
          .containsExactly("there is no programme OTHER");
    }

    @Test
    void isAddedByADataFileAlone() {
      Catalogue other = new Catalogue(new DataFiles(new JsonMapper(), "catalogue-nhs").read());
      assertThat(new Programmes(other).ids()).containsExactlyInAnyOrder("NHS", "OTHER");
      assertThat(new Vaccines(other).byId("flu").orElseThrow().programme())
          .isEqualTo(new Programme("NHS", new Localised("Hielprik", "Heel prick")));
    }

    private static List<String> programmes(Vaccine vaccine, ProgrammeLine another) {
      return Contradictions.in(lines(List.of(MAKER), List.of(OTHER, another), vaccine));
    }
  }

  @Nested
  class AKind {

    @Test
    void protectsAgainstTheSameDiseases() {
      assertThat(in(vaccine("a").kind("b"), vaccine("b").against("flu", "polio")))
          .containsExactly("a protects against other diseases than its kind b");
    }

    @Test
    void isNoProductOfAMaker() {
      assertThat(in(vaccine("a").kind("b"), vaccine("b").madeBy("maker")))
          .containsExactly("a has the kind b, which is a maker's product");
    }

    @Test
    void isNotAKindOfItself() {
      assertThat(in(vaccine("a").kind("b"), vaccine("b").kind("a")))
          .containsExactlyInAnyOrder("a is a kind of itself", "b is a kind of itself");
    }
  }

  @Nested
  class ACode {

    private final CodeLine early = code("GPK:1", null, LocalDate.of(2010, 12, 31));
    private final CodeLine late = code("GPK:1", LocalDate.of(2011, 1, 1), null);

    @Test
    void meansOneThingAtATime() {
      CodeLine overlapping = code("GPK:1", LocalDate.of(2010, 12, 31), null);
      assertThat(in(vaccine("a").coded(early), vaccine("b").coded(overlapping)))
          .containsExactly("GPK:1 has two meanings on the same day");
      assertThat(in(vaccine("a").coded(early), vaccine("b").coded(late))).isEmpty();
    }

    @Test
    void meansWhatItMeantOnTheDay() {
      Vaccines vaccines =
          new Vaccines(new Catalogue(lines(vaccine("a").coded(early), vaccine("b").coded(late))));
      assertThat(meaning(vaccines, "2010-12-31")).isEqualTo("a");
      assertThat(meaning(vaccines, "2011-01-01")).isEqualTo("b");
      assertThat(meaning(vaccines, "2010")).isEqualTo("a");
    }

    @Test
    void meansWhatItMeantLastWhereItMeantNothingOnTheDay() {
      Vaccines vaccines = new Vaccines(new Catalogue(lines(vaccine("a").coded(early))));
      assertThat(meaning(vaccines, "2026-01-01")).isEqualTo("a");
    }

    @Test
    void isUnderstoodAsEverWhenItIsDeprecated() {
      CodeLine deprecated = new CodeLine("GPK:1", "test", null, null, true);
      Vaccines vaccines = new Vaccines(new Catalogue(lines(vaccine("a").coded(deprecated))));
      assertThat(meaning(vaccines, "2026-01-01")).isEqualTo("a");
    }

    @Test
    void isOfASystemThatTheRegisterKnowsAndHasASource() {
      assertThat(in(vaccine("a").coded(code("XYZ:1", null, null))))
          .containsExactly("XYZ:1 is no code of a system that the register knows");
      assertThat(in(vaccine("a").coded(code("GPK:", null, null)))).hasSize(1);
      assertThat(in(vaccine("a").coded(new CodeLine("GPK:1", "rumour", null, null, null))))
          .containsExactly("GPK:1 has a source that its file does not name");
    }

    @Test
    void doesNotEndBeforeItBegins() {
      assertThat(
              in(
                  vaccine("a")
                      .coded(code("GPK:1", LocalDate.of(2020, 1, 2), LocalDate.of(2020, 1, 1)))))
          .containsExactly("GPK:1 ends before it begins");
    }

    @Test
    void ofAMakerStandsInAListThatTheRegisterKnows() {
      MakerLine other = new MakerLine("other", "Other", List.of("MVX:MKR", "XYZ:1"));
      assertThat(Contradictions.in(lines(List.of(MAKER, other))))
          .containsExactlyInAnyOrder(
              "the code MVX:MKR stands there twice", "XYZ:1 is no code of a list of makers");
    }

    private static String meaning(Vaccines vaccines, String day) {
      return vaccines
          .named(List.of(new VaccineCode(CodeSystem.GPK, "1")), PartialDate.parse(day))
          .orElseThrow()
          .id();
    }
  }

  private static List<String> in(Vaccine... vaccines) {
    return Contradictions.in(lines(vaccines));
  }

  private static Lines lines(Vaccine... vaccines) {
    return lines(List.of(MAKER), vaccines);
  }

  private static Lines lines(List<MakerLine> makers, Vaccine... vaccines) {
    return lines(makers, List.of(OTHER), vaccines);
  }

  private static Lines lines(
      List<MakerLine> makers, List<ProgrammeLine> programmes, Vaccine... vaccines) {
    return new Lines(
        new DiseaseFile(
            "1",
            "test",
            List.of(
                new DiseaseLine("flu", "griep", "influenza", "6142004"),
                new DiseaseLine("polio", "polio", "polio", "398102009"))),
        new MakerFile("1", "test", makers),
        new ProgrammeFile("1", "test", programmes),
        List.of(
            new VaccineFile(
                "1",
                Map.of("test", "these tests"),
                List.of(vaccines).stream().map(Vaccine::line).toList())));
  }

  private static CodeLine code(String code, LocalDate from, LocalDate until) {
    return new CodeLine(code, "test", from, until, null);
  }

  private static Vaccine vaccine(String id) {
    return new Vaccine(
        new VaccineLine(id, id, id, List.of("flu"), Programme.OTHER, null, null, null, List.of()));
  }

  /// A good line, made bad where a test wants it.
  private record Vaccine(VaccineLine line) {

    Vaccine named(String nl, String en) {
      return with(nl, en, line.diseases(), line.directKinds(), line.maker(), line.codes());
    }

    Vaccine against(String... diseases) {
      return with(
          line.nl(), line.en(), List.of(diseases), line.directKinds(), line.maker(), line.codes());
    }

    Vaccine kind(String kind) {
      return with(line.nl(), line.en(), line.diseases(), List.of(kind), line.maker(), line.codes());
    }

    Vaccine madeBy(String maker) {
      return with(line.nl(), line.en(), line.diseases(), line.directKinds(), maker, line.codes());
    }

    Vaccine under(String programme) {
      return new Vaccine(
          new VaccineLine(
              line.id(),
              line.nl(),
              line.en(),
              line.diseases(),
              programme,
              line.kinds(),
              line.maker(),
              line.from(),
              line.codes()));
    }

    Vaccine coded(CodeLine code) {
      return with(
          line.nl(), line.en(), line.diseases(), line.directKinds(), line.maker(), List.of(code));
    }

    private Vaccine with(
        String nl,
        String en,
        List<String> diseases,
        List<String> kinds,
        String maker,
        List<CodeLine> codes) {
      return new Vaccine(
          new VaccineLine(
              line.id(), nl, en, diseases, line.programme(), kinds, maker, line.from(), codes));
    }
  }
}
