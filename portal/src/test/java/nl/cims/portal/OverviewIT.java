// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import nl.cims.contracts.problem.ProblemType;
import nl.cims.pages.Language;
import nl.cims.portal.overview.Printed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverviewIT {

  private static final String PDF = PortalPage.OVERVIEW_PDF.address(Language.NL);
  private static final String FHIR = PortalPage.OVERVIEW_FHIR.address(Language.EN);

  @TempDir static Path directory;
  private static Rig rig;
  private final Walker walker = new Walker(rig);

  @BeforeAll
  static void start() throws Exception {
    rig = new Rig(directory);
  }

  @AfterAll
  static void stop() {
    rig.close();
  }

  @AfterEach
  void everythingWorks() {
    rig.gateway.refusal = Optional.empty();
    rig.gateway.exportsFrom.countDown();
    rig.gateway.questions.clear();
  }

  @Test
  void givesThePaperInTheLanguageOfItsAddress() throws Exception {
    walker.walk("/nl/inloggen");
    HttpResponse<byte[]> dutch = walker.download(PDF);
    assertFile(dutch, "application/pdf", "vaccinatieoverzicht.pdf");
    assertThat(Printed.text(dutch.body())).contains("Overzicht van vaccinaties", "FE8405");
    HttpResponse<byte[]> english = walker.download(PortalPage.OVERVIEW_PDF.address(Language.EN));
    assertFile(english, "application/pdf", "vaccination-overview.pdf");
    assertThat(Printed.text(english.body())).contains("Overview of vaccinations", "FE8405");
    assertThat(rig.gateway.questions)
        .containsExactly("/citizen/v1/export?language=nl", "/citizen/v1/export?language=en");
  }

  @Test
  void givesFhirAsTheRegisterGaveIt() {
    walker.walk("/nl/inloggen");
    HttpResponse<byte[]> file = walker.download(FHIR);
    assertFile(file, "application/fhir+json", "vaccination-overview.json");
    assertThat(new String(file.body(), StandardCharsets.UTF_8))
        .isEqualTo(rig.gateway.sealer.export(Examples.dossier(), "en").fhir());
    assertThat(rig.gateway.questions).containsExactly("/citizen/v1/export?language=en");
  }

  private static void assertFile(HttpResponse<byte[]> file, String type, String name) {
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Type")).hasValue(type);
    assertThat(file.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"" + name + "\"");
    assertThat(file.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
  }

  @Test
  void asksWhoeverIsNotLoggedInToLogIn() {
    for (String path : List.of(PDF, FHIR)) {
      HttpResponse<String> answer = walker.get(path);
      assertThat(answer.statusCode()).isEqualTo(302);
      assertThat(answer.headers().firstValue("Location").orElseThrow())
          .contains(PortalPage.LOGIN_NEEDED.address(Language.ofPath(path).orElseThrow()));
    }
    assertThat(rig.gateway.questions).isEmpty();
  }

  @Test
  void showsARefusalAsAPage() {
    for (String path : List.of(PDF, FHIR)) {
      assertRefused(path, ProblemType.FORBIDDEN, 403);
      assertRefused(path, ProblemType.TOO_MANY_REQUESTS, 503);
      assertRefused(path, ProblemType.UPSTREAM_UNAVAILABLE, 503);
      assertRefused(path, ProblemType.TOKEN_INVALID, 302);
    }
  }

  private void assertRefused(String path, ProblemType problem, int status) {
    Walker fresh = new Walker(rig);
    fresh.walk("/nl/inloggen");
    rig.gateway.refusal = Optional.of(problem);
    HttpResponse<String> page = fresh.get(path);
    rig.gateway.refusal = Optional.empty();
    assertThat(page.statusCode()).isEqualTo(status);
    assertThat(page.headers().firstValue("Content-Disposition")).isEmpty();
  }

  @Test
  void saysThatItIsBusyInsteadOfSlowingEverythingDown() {
    List<Walker> others = new ArrayList<>();
    int turns = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    for (int turn = 0; turn < turns; turn++) {
      others.add(new Walker(rig));
      others.getLast().walk("/nl/inloggen");
    }
    walker.walk("/nl/inloggen");
    rig.gateway.questions.clear();
    rig.gateway.exportsFrom = new CountDownLatch(1);
    rig.gateway.exportsHeld.set(0);
    List<CompletableFuture<HttpResponse<byte[]>>> working = new ArrayList<>();
    for (Walker other : others) {
      working.add(
          CompletableFuture.supplyAsync(() -> other.download(PDF), Thread::startVirtualThread));
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> rig.gateway.exportsHeld.get() == working.size());
    assertBusy(walker.get(PDF));
    assertBusy(others.getFirst().get(PDF));
    assertThat(walker.get("/nl/contact").statusCode()).isEqualTo(200);
    rig.gateway.exportsFrom.countDown();
    assertThat(working).allMatch(each -> each.join().statusCode() == 200);
    assertThat(rig.gateway.questions).hasSize(working.size());
  }

  private static void assertBusy(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("Het is erg druk", "href=\"" + PDF + "\"");
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
  }
}
