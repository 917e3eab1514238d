// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.cims.contracts.problem.ProblemType;
import nl.cims.registry.RegistryProcess;
import nl.cims.registry.TestNumbers;
import nl.cims.registry.intake.csv.Sheet;
import nl.cims.registry.intake.csv.web.CsvParty.Done;
import nl.cims.testkit.messages.CsvRows;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The CSV addresses of the running register, as a party meets them behind the gateway.
class CsvIT {

  private static final String UPLOADS = "/csv/v1/uploads";

  private final RegistryProcess registry = RegistryProcess.running();
  private final CsvParty party = new CsvParty("zorghuis-west");
  private final String bsn = TestNumbers.fresh().reveal();
  private final String id = UUID.randomUUID().toString();

  private ECKey key(SignedJWT receipt) throws ParseException {
    return JWKSet.parse(party.get("/intake/v1/receipt-keys").body())
        .getKeyByKeyId(receipt.getHeader().getKeyID())
        .toECKey();
  }

  @Nested
  class AFile {

    @Test
    void isAcknowledgedWithAReceiptAndItsRowsAreRegistered() throws Exception {
      String file = new Sheet().dose(id, bsn).text();
      HttpResponse<String> answer = party.upload(file);

      assertThat(answer.statusCode()).isEqualTo(202);
      String address = answer.headers().firstValue("Location").orElseThrow();
      assertThat(address).matches(UPLOADS + "/[0-9a-f-]{36}");
      SignedJWT receipt =
          SignedJWT.parse(answer.body().replaceFirst("(?s).*\"receipt\":\"([^\"]+)\".*", "$1"));
      assertThat(receipt.verify(new ECDSAVerifier(key(receipt)))).isTrue();
      assertThat(receipt.getJWTClaimsSet().getSubject()).isEqualTo("zorghuis-west");
      assertThat(address).endsWith(receipt.getJWTClaimsSet().getJWTID());
      assertThat(receipt.getJWTClaimsSet().getStringClaim("sha256"))
          .isEqualTo(
              Base64URL.encode(
                      MessageDigest.getInstance("SHA-256")
                          .digest(file.getBytes(StandardCharsets.UTF_8)))
                  .toString());

      Done done = party.await(address);
      assertThat(done.count("received")).isEqualTo(1);
      assertThat(done.count("recorded")).isEqualTo(1);
      assertThat(done.count("pending")).isZero();
      assertThat(party.result(address, "nl"))
          .singleElement()
          .asString()
          .matches("2;geregistreerd;[0-9a-f-]{36};");
      assertThat(dossier(bsn)).contains("Comirnaty", "EJ6796", "Kanariepiet-Çelik");
    }

    @Test
    void givesEachRowAnOutcomeOfItsOwnAndAllThatIsWrongWithIt() {
      String anonymous = TestNumbers.fresh().reveal();
      Sheet sheet =
          new Sheet()
              .dose(id, bsn)
              .dose(id, bsn)
              .dose(id, bsn, "batch", "OTHER1")
              .dose(id + "-bad", "123456789", "vaccination_date", "gisteren")
              .dose(id + "-code", bsn, "vaccine_code", "0000000")
              .dose(id + "-no", anonymous, "sharing_consent", "nee")
              .dose(
                  id + "-future",
                  anonymous,
                  "vaccination_date",
                  "2099-01-01",
                  "sharing_consent",
                  "nee")
              .dose(id + "-last", bsn, "vaccination_date", "2021-02-08");

      Done done = party.sendAndWait(sheet);

      assertThat(done.count("received")).isEqualTo(8);
      assertThat(done.count("recorded")).isEqualTo(3);
      assertThat(done.count("duplicate")).isEqualTo(1);
      assertThat(done.count("quarantined")).isEqualTo(1);
      assertThat(done.count("refused")).isEqualTo(3);
      List<String> lines = party.result(done.address(), "en");
      assertThat(lines).hasSize(8);
      assertThat(lines.get(0)).startsWith("2;recorded;");
      assertThat(lines.get(1)).startsWith("3;already known;");
      assertThat(lines.get(2)).startsWith("4;refused;;").contains("identifier: you used this");
      assertThat(lines.get(3)).contains("bsn: this is no BSN", "vaccination_date: this is no");
      assertThat(lines.get(4)).startsWith("6;kept").contains("vaccine_code: we do not know");
      assertThat(lines.get(5)).startsWith("7;recorded").contains("registered without the person");
      assertThat(lines.get(6)).startsWith("8;refused").contains("in the future");
      assertThat(lines.get(7)).startsWith("9;recorded;");
      assertThat(dossier(anonymous)).contains("\"vaccinations\":[]");
    }

    @Test
    void isTakenUpInTheOrderOfItsRows() {
      Done done =
          party.sendAndWait(
              new Sheet()
                  .dose(id, bsn)
                  .dose(id, bsn, "batch", "FF9942", "action", "correctie")
                  .dose(id + "-2", bsn, "batch", "GG1111")
                  .dose(id + "-2", bsn, "batch", "GG1111", "action", "intrekken"));

      assertThat(done.count("recorded")).isEqualTo(4);
      assertThat(dossier(bsn)).contains("FF9942").doesNotContain("EJ6796").doesNotContain("GG1111");
    }

    @Test
    void parksACorrectionUntilItsOriginalComesInAnotherFile() {
      Sheet correction = new Sheet().dose(id, bsn, "batch", "FF9942", "action", "correctie");
      Done parked = party.sendAndWait(correction);
      assertThat(parked.count("parked")).isEqualTo(1);
      assertThat(party.result(parked.address(), "nl").getFirst())
          .startsWith("2;wacht op de eerste melding;")
          .contains("identificatie: we kennen deze vaccinatie nog niet van u");

      party.sendAndWait(new Sheet().dose(id, bsn));
      assertThat(dossier(bsn)).contains("FF9942").doesNotContain("EJ6796");
    }

    @Test
    void onlyAddsWhatWasMissingWhenItIsRepairedAndSentAgain() {
      Sheet broken =
          new Sheet()
              .dose(id + "-1", bsn)
              .dose(id + "-2", bsn, "vaccination_date", "vorig jaar")
              .dose(id + "-3", bsn, "vaccination_date", "2021-04-08");
      Sheet repaired =
          new Sheet()
              .dose(id + "-1", bsn)
              .dose(id + "-2", bsn, "vaccination_date", "2021-03-08")
              .dose(id + "-3", bsn, "vaccination_date", "08-04-2021");

      assertThat(party.sendAndWait(broken).count("refused")).isEqualTo(1);
      Done done = party.sendAndWait(repaired);

      assertThat(done.count("duplicate")).isEqualTo(2);
      assertThat(done.count("recorded")).isEqualTo(1);
      assertThat(dossier(bsn).split("\"reportedBy\"", -1)).hasSize(4);
    }

    @Test
    void namesTheColumnsThatWereNotRead() {
      String text = new Sheet().dose(id, bsn).text().replace("opmerking", "=Kleur");
      Done done = party.await(party.send(Sheet.utf8(text)));

      assertThat(done.status().path("unknownColumns").get(0).asString()).isEqualTo("=Kleur");
      assertThat(party.result(done.address(), "nl").getFirst()).startsWith("1;let op;;\"«=Kleur»");
    }
  }

  @Nested
  class RefusedAsAWhole {

    @Test
    void isAFileWithoutARequiredColumn() {
      long before = uploads();
      HttpResponse<String> answer = party.upload("bsn;identificatie\n" + "1;2\n".repeat(200_000));

      assertProblem(answer, ProblemType.UNPROCESSABLE);
      assertThat(answer.body()).contains("toestemming_delen", "vaccinatiedatum", "sjabloon");
      assertThat(uploads()).isEqualTo(before);
    }

    @Test
    void isAFileThatGoesWrongNearItsEnd() {
      long chunks = count("intake_csv.chunk");
      String good = new String(read(new CsvRows(id, 3000)), StandardCharsets.UTF_8);

      HttpResponse<String> answer = party.upload(good + "\"open quote\r\n");

      assertProblem(answer, ProblemType.UNPROCESSABLE);
      assertThat(answer.body()).contains("rij 3001");
      assertThat(count("intake_csv.chunk")).isEqualTo(chunks);
    }

    @Test
    void isAFormatThatIsNoCsv() {
      HttpResponse<String> answer = party.post(UPLOADS, "application/json", "{}");
      assertProblem(answer, ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void leavesNothingBehindWhenItBreaksOff() {
      CsvParty careless = new CsvParty("ziekenhuis-oost");
      long before = careless();
      InputStream breaking =
          new SequenceInputStream(
              new CsvRows(id, 3000),
              new InputStream() {
                @Override
                public int read() throws IOException {
                  throw new IOException("the sender dies");
                }
              });

      assertThatThrownBy(() -> careless.post(UPLOADS, BodyPublishers.ofInputStream(() -> breaking)))
          .isInstanceOf(RuntimeException.class);
      Done done = careless.sendAndWait(new Sheet().dose(id, bsn));

      assertThat(done.count("recorded")).isEqualTo(1);
      assertThat(careless()).isEqualTo(before + 1);
    }

    private long careless() {
      return registry
          .owner()
          .sql("SELECT count(*) FROM intake_csv.upload WHERE source = 'ziekenhuis-oost'")
          .query(Long.class)
          .single();
    }
  }

  @Test
  void asksToComeBackWhileItReceivesAsManyFilesAsItCan() throws IOException {
    String text = new Sheet().dose(id, bsn).text();
    assertThat(party.upload(text).statusCode()).isEqualTo(202);
    long before = uploads();
    List<Socket> held = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      held.add(party.begin(UPLOADS, "identificatie;bsn"));
    }
    int accepted = 0;
    HttpResponse<String> refusal = party.upload(text);
    while (refusal.statusCode() == 202) {
      // It came before one of those that hold a place, which was refused then.
      accepted++;
      held.add(party.begin(UPLOADS, "identificatie;bsn"));
      refusal = party.upload(text);
    }
    assertProblem(refusal, ProblemType.UPSTREAM_UNAVAILABLE);
    assertThat(refusal.headers().firstValue("Retry-After")).contains("10");

    for (Socket each : held) {
      each.close();
    }
    HttpResponse<String> answer = party.upload(text);
    while (answer.statusCode() == 503) {
      answer = party.upload(text);
    }
    party.await(answer.headers().firstValue("Location").orElseThrow());
    assertThat(uploads() - before).as("nothing of what broke off").isEqualTo(accepted + 1);
  }

  @Nested
  class Only {

    @Test
    void theSenderSeesHisUpload() {
      Done done = party.sendAndWait(new Sheet().dose(id, bsn));
      CsvParty other = new CsvParty("ziekenhuis-oost");

      assertProblem(other.get(done.address()), ProblemType.NOT_FOUND);
      assertProblem(other.get(done.address() + "/result"), ProblemType.NOT_FOUND);
      assertThat(party.get(done.address()).statusCode()).isEqualTo(200);
    }

    @Test
    void partiesRegisteredForCsvMaySend() {
      CsvParty ggd = new CsvParty("ggd-utrecht");
      String text = new Sheet().dose(id, bsn).text();
      assertProblem(ggd.upload(text), ProblemType.SOURCE_UNKNOWN);
      assertProblem(
          ggd.post("/csv/v1/dry-runs", BodyPublishers.ofString(text)), ProblemType.SOURCE_UNKNOWN);
      assertProblem(new CsvParty("nobody").upload(text), ProblemType.SOURCE_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "", "NL"})
    void twoLanguagesAreOffered(String language) {
      assertProblem(
          party.get("/csv/v1/template?language=" + language + "x"), ProblemType.MALFORMED_REQUEST);
    }
  }

  @Nested
  class ADryRun {

    @Test
    void saysWhatWouldHappenAndKeepsNothing() {
      long uploads = uploads();
      Sheet sheet =
          new Sheet()
              .dose(id, bsn)
              .dose("", bsn, "sex", "q")
              .dose(id, bsn, "vaccination_date", "2099-01-01");

      HttpResponse<String> answer =
          party.post("/csv/v1/dry-runs?language=en", BodyPublishers.ofString(sheet.text()));

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body().lines().skip(1))
          .satisfiesExactly(
              line -> assertThat(line).isEqualTo("2;in order;;"),
              line -> assertThat(line).startsWith("3;refused;;").contains("identifier:", "sex:"),
              line -> assertThat(line).startsWith("4;kept").contains("in the future"));
      assertThat(uploads()).isEqualTo(uploads);
      assertThat(dossier(bsn)).contains("\"vaccinations\":[]");
    }

    @Test
    void looksAtTheFirstTenThousandRowsAndSaysSo() {
      HttpResponse<String> answer =
          party.post(
              "/csv/v1/dry-runs?language=nl",
              BodyPublishers.ofInputStream(() -> new CsvRows(id, 10_500)));

      List<String> lines = answer.body().lines().skip(1).toList();
      assertThat(lines).hasSize(10_001);
      assertThat(lines.getLast()).startsWith("10002;niet gecontroleerd;;");
    }
  }

  @Test
  void offersATemplateAndExplainsIt() {
    assertThat(party.get("/csv/v1/template").body()).startsWith("\uFEFFidentificatie;actie;bsn;");
    assertThat(party.get("/csv/v1/template?language=en").body()).contains("identifier;action;");
    HttpResponse<String> columns = party.get("/csv/v1/template/columns?language=nl");
    assertThat(columns.headers().firstValue("Content-Type").orElse("")).startsWith("text/markdown");
    assertThat(columns.body()).contains("| `toestemming_delen` | ja |");
  }

  private String dossier(String whose) {
    return registry
        .send(
            registry.clientAs("gateway"),
            java.net.http.HttpRequest.newBuilder(registry.address("/citizen/v1/dossier"))
                .header("Authorization", "Bearer " + registry.tokens().citizen(whose)))
        .body();
  }

  private long uploads() {
    return count("intake_csv.upload");
  }

  private long count(String table) {
    return registry.owner().sql("SELECT count(*) FROM " + table).query(Long.class).single();
  }

  private static byte[] read(InputStream file) {
    try (file) {
      return file.readAllBytes();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void assertProblem(HttpResponse<String> answer, ProblemType type) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(type.status());
    assertThat(answer.body()).contains(type.uri());
    assertThat(answer.headers().firstValue("Content-Type")).contains(ProblemType.MEDIA_TYPE);
  }
}
