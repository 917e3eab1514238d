// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import nl.cims.broker.support.Portal;
import nl.cims.broker.support.RunningBroker;
import nl.cims.testkit.certificates.CertificateAuthority;
import nl.cims.testkit.certificates.Issued;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A vaccinating party's token, and what the database lets the broker do.
class PartyIT {

  private static final Map<String, String> REQUEST =
      Map.of(
          "grant_type", "client_credentials",
          "client_id", "ggd-utrecht",
          "scope", "vaccination:report");

  private static RunningBroker broker;

  @TempDir private Path directory;

  @BeforeAll
  static void start() {
    broker = RunningBroker.shared();
  }

  @Test
  void partyGetsATokenInItsOwnNameBoundToItsCertificate() throws Exception {
    HttpResponse<String> response = token(REQUEST);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    SignedJWT token = SignedJWT.parse((String) Portal.json(response.body()).get("access_token"));

    assertThat(token.verify(new ECDSAVerifier(broker.signingKey().toPublicJWK()))).isTrue();
    JWTClaimsSet claims = token.getJWTClaimsSet();
    assertThat(claims.getSubject()).isEqualTo("ggd-utrecht");
    assertThat(claims.getStringClaim("client_id")).isEqualTo("ggd-utrecht");
    assertThat(claims.getStringClaim("scope")).isEqualTo("vaccination:report");
    assertThat(claims.getAudience()).containsExactly("cims");
    assertThat(claims.getJSONObjectClaim("cnf")).containsKey("x5t#S256");
    assertThat(claims.getClaims()).doesNotContainKeys("acr", "bsn_jwe");
    assertThat(
            Duration.between(
                claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
        .isEqualTo(Duration.ofMinutes(60));
    assertThat(response.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dossier:read", "openid", "vaccination:report dossier:read"})
  void partyGetsNoCitizensScope(String scope) {
    HttpResponse<String> response =
        token(
            Map.of("grant_type", "client_credentials", "client_id", "ggd-utrecht", "scope", scope));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Portal.json(response.body())).containsEntry("error", "invalid_scope");
  }

  @Test
  void portalCannotActInItsOwnName() {
    HttpResponse<String> response =
        Portal.post(
            broker,
            broker.authority().issue("portal"),
            "/oauth2/token",
            Map.of("grant_type", "client_credentials", "client_id", "portal"));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Portal.json(response.body())).containsEntry("error", "unauthorized_client");
  }

  @Test
  void certificateOfAnotherAuthorityDoesNotGetThroughTheHandshake() {
    CertificateAuthority foreign = CertificateAuthority.in(directory, Clock.systemUTC());
    Issued forged = foreign.issue("ggd-utrecht");

    assertThatThrownBy(
            () ->
                Portal.post(
                    ForeignTls.showing(forged, broker.authority()),
                    broker.backChannel("/oauth2/token"),
                    REQUEST))
        .isInstanceOf(UncheckedIOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret", "wrong"})
  void secretsArePointless(String secret) {
    HttpResponse<String> response =
        Portal.post(
            broker.authority().tlsAs(broker.authority().issue("portal")),
            broker.backChannel("/oauth2/token"),
            Map.of(
                "grant_type", "client_credentials",
                "client_id", "ggd-utrecht",
                "client_secret", secret,
                "scope", "vaccination:report"));

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(Portal.json(response.body())).containsEntry("error", "invalid_client");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO broker.client VALUES ('evil', 'PARTY', 'CN=evil', NULL, '{}')",
        "UPDATE broker.client SET certificate_subject = 'CN=evil'",
        "DELETE FROM broker.client",
        "UPDATE broker.login SET subject = 'another'",
        "TRUNCATE broker.login",
        "CREATE TABLE broker.own (a int)",
        "CREATE TABLE public.own (a int)",
        "DROP TABLE broker.login",
        "SELECT * FROM flyway.flyway_schema_history",
        "CREATE ROLE own"
      })
  void runningBrokerMayNotDoMoreThanItNeeds(String statement) throws SQLException {
    var database = broker.database();
    try (Connection connection =
            DriverManager.getConnection(
                database.url(), database.appUser(), database.appPassword());
        Statement sql = connection.createStatement()) {
      assertThatThrownBy(() -> sql.execute(statement))
          .isInstanceOf(SQLException.class)
          .extracting(failure -> ((SQLException) failure).getSQLState())
          .isEqualTo("42501");
    }
  }

  private static HttpResponse<String> token(Map<String, String> request) {
    return Portal.post(broker, broker.authority().issue("ggd-utrecht"), "/oauth2/token", request);
  }
}
