// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nl.cims.contracts.citizen.DossierView;
import nl.cims.contracts.citizen.PlanningView;
import nl.cims.contracts.citizen.PlanningView.Plan;
import nl.cims.contracts.citizen.PlanningView.Stage;
import nl.cims.contracts.citizen.VaccinationView;
import nl.cims.pages.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The portal of another institute, made by settings and files alone.
class ConfiguredIT {

  @TempDir Path directory;

  @Test
  void isAnotherInstitutesPortalBySettingsAlone() throws Exception {
    Path own = Files.createDirectories(directory.resolve("own"));
    Files.writeString(own.resolve("mark.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    Files.writeString(own.resolve("theme.css"), ":root { --cims-petrol: #402060 }");
    texts(
        own,
        "home.title = Onze prikken\nquestions.heel = Hielprik?\nquestions.heel.answer = Bij {organisation}.\n",
        "questions.heel = Heel prick?\nquestions.heel.answer = At {organisation}.\n");
    try (Rig rig =
        new Rig(
            directory.resolve("rig"),
            "--cims.portal.organisation.name=Instituut Voorbeeld",
            "--cims.portal.organisation.product=Mijn prikken",
            "--cims.portal.organisation.mark=/own/mark.svg",
            "--cims.portal.organisation.theme=/own/theme.css",
            "--cims.portal.organisation.notice.nl=Zondag is er onderhoud.",
            "--cims.portal.organisation.notice.en=There is maintenance on Sunday.",
            "--cims.portal.organisation.links[0].nl=Moederorganisatie",
            "--cims.portal.organisation.links[0].en=Parent organisation",
            "--cims.portal.organisation.links[0].address=https://parent.example",
            "--cims.portal.own=" + own,
            "--cims.portal.questions[0].id=heel",
            "--cims.portal.questions[0].link=CONTACT",
            "--cims.portal.programmes[0].id=NHS",
            "--cims.portal.programmes[0].nl=Hielprik",
            "--cims.portal.programmes[0].en=Heel prick",
            "--cims.portal.programmes[0].information=https://heel.example",
            "--cims.portal.programmes[0].planned=true",
            "--cims.portal.programmes[1].id=OTHER",
            "--cims.portal.programmes[1].nl=Rest",
            "--cims.portal.programmes[1].en=Rest")) {
      Walker walker = new Walker(rig);
      assertThat(walker.get("/nl").body())
          .contains(
              "Onze prikken",
              "Instituut Voorbeeld",
              "Mijn prikken",
              "src=\"/own/mark.svg\"",
              "href=\"/own/theme.css\"",
              "Zondag is er onderhoud.",
              "Moederorganisatie")
          .doesNotContain("RIVM");
      assertThat(walker.get("/own/mark.svg").body()).contains("<svg");
      assertThat(walker.get("/own/theme.css").headers().firstValue("Content-Security-Policy"))
          .isPresent();
      assertThat(walker.get("/own/texts_nl.properties").statusCode()).isEqualTo(404);
      assertThat(walker.get("/en/questions").body())
          .contains("Heel prick?", "At Instituut Voorbeeld.")
          .doesNotContain("Why is my vaccination not shown?");
      rig.gateway.dossier = withProgrammes("NHS", "COVID");
      rig.gateway.planning =
          new PlanningView(
              List.of(
                  new Plan("NHS", Stage.NOTHING_RECEIVED, 0, Optional.empty(), Optional.empty())),
              Examples.NOW);
      assertThat(walker.logIn().body()).contains("Hielprik (1)", "Rest (5)");
      assertThat(walker.get(PortalPage.PLANNING.address(Language.EN)).body())
          .contains("Heel prick", "No vaccination received", "https://heel.example")
          .doesNotContain("Coronavirus");
    }
  }

  @Test
  void doesNotStartWithATextThatIsShownNowhere() throws IOException {
    Path own = Files.createDirectories(directory.resolve("own"));
    texts(own, "home.titel = Verschreven\n", "");
    assertThatThrownBy(() -> new Rig(directory.resolve("rig"), "--cims.portal.own=" + own))
        .rootCause()
        .hasMessageContaining("texts_nl.properties has a text 'home.titel' that is shown nowhere");
  }

  @Test
  void doesNotStartWithTextsThatDoNotFit() throws IOException {
    Path own = Files.createDirectories(directory.resolve("own"));
    texts(own, "abbreviation.X = Iets\n", "");
    assertRefused("abbreviation.X", "--cims.portal.own=" + own);
    texts(own, "questions.lost = ?\n", "questions.lost = ?\n");
    assertRefused("questions.lost", "--cims.portal.own=" + own);
    texts(own, "accessLog.count = {count, plural, one {x}\n", "");
    assertRefused("accessLog.count", "--cims.portal.own=" + own);
    assertRefused("is no folder", "--cims.portal.own=" + own.resolve("nowhere"));
  }

  private void assertRefused(String why, String setting) {
    assertThatThrownBy(() -> new Rig(directory.resolve("rig"), setting))
        .hasStackTraceContaining(why);
  }

  @Test
  void doesNotStartWithAQuestionThatHasNoAnswer() {
    assertThatThrownBy(
            () -> new Rig(directory.resolve("rig"), "--cims.portal.questions[0].id=unheard"))
        .rootCause()
        .hasMessageContaining("questions.unheard");
  }

  private static void texts(Path folder, String dutch, String english) throws IOException {
    Files.writeString(folder.resolve("texts_nl.properties"), dutch);
    Files.writeString(folder.resolve("texts_en.properties"), english);
  }

  /// The example's dossier, its first dose under one programme and the others under another.
  private static DossierView withProgrammes(String first, String others) {
    DossierView example = Examples.dossier();
    List<VaccinationView> doses = example.vaccinations();
    return new DossierView(
        example.person(),
        java.util.stream.IntStream.range(0, doses.size())
            .mapToObj(index -> of(doses.get(index), index == 0 ? first : others))
            .toList(),
        example.asOf());
  }

  private static VaccinationView of(VaccinationView dose, String programme) {
    return new VaccinationView(
        dose.id(),
        dose.name(),
        dose.diseases(),
        programme,
        dose.date(),
        dose.batchNumber(),
        dose.manufacturer(),
        dose.administeredBy(),
        dose.country(),
        dose.dose(),
        dose.reportedBy(),
        dose.receivedAt(),
        dose.corrected(),
        dose.sent(),
        dose.others());
  }
}
