// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import nl.cims.contracts.problem.ProblemType;
import nl.cims.testkit.certificates.Issued;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenIT {

  private static Stage stage;

  @BeforeAll
  static void open() {
    stage = Stage.open();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  /// The negative control of every refusal below: with a good token the same request passes.
  @BeforeEach
  void aGoodTokenPasses() throws IOException {
    stage.registry.reset();
    stage.call().send().isFromTheRegistry();
    stage.registry.seen.clear();
  }

  @Test
  void refusesWhoShowsNoToken() throws IOException {
    Answer answer = stage.callAs(stage.party).send().isProblem(ProblemType.TOKEN_REQUIRED);
    assertThat(answer.header("www-authenticate")).isEqualTo("Bearer realm=\"cims\"");
    assertThat(stage.registry.seen).isEmpty();
  }

  @Test
  void refusesOtherWaysToShowOne() throws IOException {
    String good = stage.tokens.good("ggd-utrecht", Stage.REPORT, stage.party.x509());
    stage
        .callAs(stage.party)
        .to("GET", "/fhir/metadata?access_token=" + good)
        .send()
        .isProblem(ProblemType.TOKEN_REQUIRED);
    for (String scheme : List.of("Basic ", "DPoP ", "")) {
      stage
          .callAs(stage.party)
          .header("Authorization: " + scheme + good)
          .send()
          .isProblem(ProblemType.TOKEN_REQUIRED);
    }
  }

  @Test
  void refusesWhatIsNoToken() throws IOException {
    refused("nonsense");
    refused("a.b.c");
    refused("%%%");
    assertThat(refused("nonsense").header("www-authenticate")).contains("error=\"invalid_token\"");
  }

  @Test
  void refusesAnExpiredToken() throws IOException {
    Date past = Date.from(Instant.now().minusSeconds(1));
    refused(stage.tokens.with(stage.party.x509(), Stage.REPORT, c -> c.expirationTime(past)));
  }

  @Test
  void refusesATokenWithoutExpiry() throws IOException {
    refused(stage.tokens.with(stage.party.x509(), Stage.REPORT, c -> c.expirationTime(null)));
  }

  @Test
  void refusesATokenFromTheFuture() throws IOException {
    Date later = Date.from(Instant.now().plusSeconds(120));
    refused(stage.tokens.with(stage.party.x509(), Stage.REPORT, c -> c.notBeforeTime(later)));
  }

  @Test
  void refusesAnotherIssuer() throws IOException {
    refused(
        stage.tokens.with(stage.party.x509(), Stage.REPORT, c -> c.issuer(Tokens.ISSUER + "/")));
  }

  @Test
  void refusesAnotherAudience() throws IOException {
    refused(stage.tokens.with(stage.party.x509(), Stage.REPORT, c -> c.audience("portal")));
  }

  @Test
  void refusesATokenWithoutClient() throws IOException {
    refused(stage.tokens.with(stage.party.x509(), Stage.REPORT, c -> c.claim("client_id", null)));
  }

  @Test
  void refusesASignatureOfAnotherKey() throws IOException {
    ECKey sameName = Tokens.newKey(stage.tokens.key().getKeyID());
    ECKey otherName = Tokens.newKey("stranger");
    refused(Tokens.sign(claims(), sameName));
    refused(Tokens.sign(claims(), otherName));
  }

  @Test
  void refusesATokenThatWasChanged() throws IOException {
    String good = stage.tokens.good("ggd-utrecht", Stage.REPORT, stage.party.x509());
    int middle = good.length() / 2;
    char other = good.charAt(middle) == 'A' ? 'B' : 'A';
    refused(good.substring(0, middle) + other + good.substring(middle + 1));
  }

  @Test
  void refusesATokenWithoutSignature() throws IOException {
    refused(new PlainJWT(claims().build()).serialize());
  }

  @Test
  void refusesAPublicKeyUsedAsSharedSecret() throws IOException, JOSEException {
    SignedJWT confused =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(stage.tokens.key().getKeyID()).build(),
            claims().build());
    confused.sign(new MACSigner(stage.tokens.key().toECPublicKey().getEncoded()));
    refused(confused.serialize());
  }

  @Test
  void refusesATokenThatIsBoundToNothing() throws IOException {
    notBound(stage.tokens.with(stage.party.x509(), Stage.REPORT, c -> c.claim("cnf", null)));
    notBound(
        stage.tokens.with(
            stage.party.x509(), Stage.REPORT, c -> c.claim("cnf", Map.of("jkt", "x"))));
  }

  @Test
  void refusesAStolenTokenEvenAfterItsOwnerUsedIt() throws IOException {
    Issued thief = stage.authority.issue("thief");
    String good = stage.tokens.good("ggd-utrecht", Stage.REPORT, stage.party.x509());
    stage.callAs(stage.party).bearer(good).send().isFromTheRegistry();
    stage.callAs(thief).bearer(good).send().isProblem(ProblemType.TOKEN_NOT_BOUND);
    stage.callAs(stage.party).bearer(good).send().isFromTheRegistry();
  }

  @Test
  void acceptsScopesAsAListToo() throws IOException {
    String list =
        stage.tokens.with(
            stage.party.x509(), "", c -> c.claim("scope", List.of("a", Stage.REPORT)));
    stage
        .callAs(stage.party)
        .bearer(list)
        .to("POST", "/fhir")
        .body("application/fhir+json", new byte[] {'{', '}'})
        .send()
        .isFromTheRegistry();
  }

  private static JWTClaimsSet.Builder claims() {
    return Tokens.claims("ggd-utrecht", Stage.REPORT, stage.party.x509());
  }

  private static Answer refused(String token) throws IOException {
    Answer answer =
        stage.callAs(stage.party).bearer(token).send().isProblem(ProblemType.TOKEN_INVALID);
    assertThat(stage.registry.seen).isEmpty();
    return answer;
  }

  private static void notBound(String token) throws IOException {
    Answer answer =
        stage.callAs(stage.party).bearer(token).send().isProblem(ProblemType.TOKEN_NOT_BOUND);
    assertThat(answer.header("www-authenticate")).contains("error=\"invalid_token\"");
    assertThat(stage.registry.seen).isEmpty();
  }
}
