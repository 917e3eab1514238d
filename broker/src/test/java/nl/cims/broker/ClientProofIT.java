// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import nl.cims.broker.support.Portal;
import nl.cims.broker.support.RunningBroker;
import nl.cims.testkit.certificates.Issued;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// How clients prove who they are: by a certificate that holds, by either of two while one is
/// renewed, and by a key of their own too where they registered one.
class ClientProofIT {

  private static RunningBroker broker;

  @BeforeAll
  static void start() {
    broker = RunningBroker.shared();
  }

  @Test
  void aClientThatRenewsItsCertificateMayShowEither() {
    for (String name : List.of("renewing", "renewing-2027")) {
      assertThat(token("renewing", issued(name), Map.of()).statusCode()).as(name).isEqualTo(200);
    }
    assertThat(token("renewing", issued("renewing-2028"), Map.of()).statusCode()).isEqualTo(401);
    assertThat(token("ggd-utrecht", issued("renewing-2027"), Map.of()).statusCode()).isEqualTo(401);
  }

  @Test
  void aKeyOfItsOwnIsAskedForBesideTheCertificateAndTheTokenIsBoundToTheCertificate()
      throws Exception {
    HttpResponse<String> answer = withKey(assertion(it -> it));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    SignedJWT token = SignedJWT.parse((String) Portal.json(answer.body()).get("access_token"));
    assertThat(token.getJWTClaimsSet().getJSONObjectClaim("cnf")).containsKey("x5t#S256");

    assertThat(token("with-key", issued("with-key"), Map.of()).statusCode()).isEqualTo(401);
    assertThat(token("with-key", issued("ggd-utrecht"), proof(assertion(it -> it))).statusCode())
        .isEqualTo(401);
    assertThat(token("ggd-utrecht", issued("with-key"), proof(assertion(it -> it))).statusCode())
        .isEqualTo(401);
  }

  @Test
  void anAssertionWorksOnce() {
    String assertion = assertion(it -> it);
    assertThat(withKey(assertion).statusCode()).isEqualTo(200);
    assertThat(withKey(assertion).statusCode()).isEqualTo(401);
    assertThat(withKey(assertion(it -> it)).statusCode()).isEqualTo(200);
  }

  @Test
  void anAssertionThatIsNotJustForUsOrNotJustMadeIsRefused() {
    Instant now = Instant.now();
    for (UnaryOperator<JWTClaimsSet.Builder> flaw :
        List.<UnaryOperator<JWTClaimsSet.Builder>>of(
            it -> it.issuer("ggd-utrecht"),
            it -> it.subject("ggd-utrecht"),
            it -> it.audience("https://elsewhere.test"),
            it -> it.audience(List.of(broker.issuer().toString(), "https://elsewhere.test")),
            it -> it.audience((String) null),
            it -> it.jwtID(null),
            it -> it.expirationTime(null),
            it -> it.expirationTime(Date.from(now.minusSeconds(1))),
            it -> it.expirationTime(Date.from(now.plusSeconds(3600))),
            it -> it.notBeforeTime(Date.from(now.plusSeconds(50))))) {
      assertThat(withKey(assertion(flaw)).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void anAssertionSignedOtherwiseIsRefused() throws JOSEException {
    ECKey other = new ECKeyGenerator(Curve.P_256).keyID("with-key-1").generate();
    assertThat(withKey(sign(claims().build(), other)).statusCode()).isEqualTo(401);
    assertThat(withKey(new PlainJWT(claims().build()).serialize()).statusCode()).isEqualTo(401);
    assertThat(withKey("nonsense").statusCode()).isEqualTo(401);
    Map<String, String> otherType = new HashMap<>(proof(assertion(it -> it)));
    otherType.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:saml2");
    assertThat(token("with-key", issued("with-key"), otherType).statusCode()).isEqualTo(401);
  }

  @Test
  void aRevokedCertificateIsRefusedWhileTheBrokerRuns() {
    Issued old = issued("renewing");
    assertThat(token("renewing", old, Map.of()).statusCode()).isEqualTo(200);
    broker.authority().revoke(old);
    LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    HttpResponse<String> refused = token("renewing", old, Map.of());
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.body()).doesNotContain("access_token");
    assertThat(token("renewing", issued("renewing"), Map.of()).statusCode()).isEqualTo(200);
  }

  private static Issued issued(String name) {
    return broker.authority().issue(name);
  }

  private static HttpResponse<String> withKey(String assertion) {
    return token("with-key", issued("with-key"), proof(assertion));
  }

  private static Map<String, String> proof(String assertion) {
    return Map.of(
        "client_assertion_type",
        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        "client_assertion",
        assertion);
  }

  private static HttpResponse<String> token(
      String client, Issued certificate, Map<String, String> proof) {
    Map<String, String> request = new HashMap<>(proof);
    request.put("grant_type", "client_credentials");
    request.put("client_id", client);
    request.put("scope", "vaccination:report");
    return Portal.post(broker, certificate, "/oauth2/token", request);
  }

  private static String assertion(UnaryOperator<JWTClaimsSet.Builder> change) {
    return sign(change.apply(claims()).build(), RunningBroker.CLIENT_KEY);
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer("with-key")
        .subject("with-key")
        .audience(broker.issuer().toString())
        .jwtID(UUID.randomUUID().toString())
        .expirationTime(Date.from(Instant.now().plusSeconds(50)));
  }

  private static String sign(JWTClaimsSet claims, ECKey key) {
    try {
      SignedJWT signed =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
      signed.sign(new ECDSASigner(key));
      return signed.serialize();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
