// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import nl.cims.contracts.problem.ProblemType;
import nl.cims.registry.access.Party;
import nl.cims.registry.intake.Intake;
import nl.cims.registry.intake.Reports;
import nl.cims.registry.intake.Sender;
import nl.cims.vocabulary.AssuranceLevel;
import nl.cims.vocabulary.Bsn;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The register at its address: who gets in, what they see, and what a refusal looks like.
class RegistryIT {

  private static final String DOSSIER = "/citizen/v1/dossier";
  private static final String LOG = "/citizen/v1/access-log";

  private final RegistryProcess registry = RegistryProcess.running();
  private final Tokens tokens = registry.tokens();
  private final Bsn bsn = TestNumbers.fresh();

  @Nested
  class ACitizen {

    @Test
    void seesHisDosesAndThenHisOwnLookInTheLog() {
      Reports dose = Reports.of(bsn);
      registry
          .bean(Intake.class)
          .accept(
              Sender.of("ggd-utrecht", Party.Channel.FHIR), dose.message(), List.of(dose.report()));
      HttpResponse<String> dossier = get(DOSSIER, tokens.citizen(bsn.reveal()));
      assertThat(dossier.statusCode()).isEqualTo(200);
      assertThat(dossier.headers().firstValue("Cache-Control"))
          .hasValueSatisfying(it -> assertThat(it).contains("no-store"));
      assertThat(dossier.body())
          .contains("EJ6796", "Comirnaty", "Kanariepiet")
          .doesNotContain(bsn.reveal());
      assertThat(get(LOG, tokens.citizen(bsn.reveal())).body())
          .contains("\"data\":\"DOSSIER\"", "\"data\":\"ACCESS_LOG\"", "\"outcome\":\"GIVEN\"")
          .doesNotContain(bsn.reveal());
    }

    @Test
    void seesNothingOfAnother() {
      Reports dose = Reports.of(bsn);
      registry
          .bean(Intake.class)
          .accept(
              Sender.of("ggd-utrecht", Party.Channel.FHIR), dose.message(), List.of(dose.report()));
      get(DOSSIER, tokens.citizen(bsn.reveal()));
      String stranger = tokens.citizen(TestNumbers.fresh().reveal());
      assertThat(get(DOSSIER, stranger).body())
          .contains("\"vaccinations\":[]")
          .doesNotContain("EJ6796");
      assertThat(get(LOG, stranger).body().split("\"at\"")).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(names = {"BASIS", "MIDDEN"})
    void isRefusedBelowTheMinimumLevelAndTheAttemptIsLogged(AssuranceLevel level) {
      String weak = tokens.citizen(bsn.reveal(), level.acr(), UnaryOperator.identity());
      assertProblem(get(DOSSIER, weak), ProblemType.ASSURANCE_TOO_LOW);
      assertProblem(get(LOG, weak), ProblemType.ASSURANCE_TOO_LOW);
      assertThat(get(LOG, tokens.citizen(bsn.reveal())).body()).contains("\"outcome\":\"REFUSED\"");
    }

    @Test
    void isRefusedAtALevelThatNobodyKnows() {
      assertProblem(
          get(DOSSIER, tokens.citizen(bsn.reveal(), "urn:example:super", UnaryOperator.identity())),
          ProblemType.ASSURANCE_TOO_LOW);
      assertProblem(
          get(DOSSIER, tokens.citizen(bsn.reveal(), "", it -> it.claim("acr", null))),
          ProblemType.ASSURANCE_TOO_LOW);
    }

    @Test
    void getsNoDataWhenTheLogCannotBeWritten() {
      JdbcClient owner = registry.owner();
      owner.sql("REVOKE INSERT ON accesslog.entry FROM registry_app").update();
      try {
        HttpResponse<String> answer = get(DOSSIER, tokens.citizen(bsn.reveal()));
        assertProblem(answer, ProblemType.INTERNAL);
        assertThat(answer.body()).doesNotContain("vaccinations", "accesslog", "permission");
      } finally {
        owner.sql("GRANT INSERT ON accesslog.entry TO registry_app").update();
      }
      assertThat(get(DOSSIER, tokens.citizen(bsn.reveal())).statusCode()).isEqualTo(200);
    }

    @Test
    void asksForAPeriodInDates() {
      String token = tokens.citizen(bsn.reveal());
      assertThat(get(LOG + "?from=2020-01-01&until=2020-12-31", token).body())
          .contains("\"lines\":[]");
      assertProblem(get(LOG + "?from=yesterday", token), ProblemType.MALFORMED_REQUEST);
    }
  }

  @Nested
  class AToken {

    @Test
    void isNeeded() {
      assertProblem(
          registry.send(HttpRequest.newBuilder(registry.address(DOSSIER))),
          ProblemType.TOKEN_REQUIRED);
    }

    @Test
    void isRefusedWhenItLapsedOrIsForOthersOrIsForged() {
      for (UnaryOperator<JWTClaimsSet.Builder> flaw :
          List.<UnaryOperator<JWTClaimsSet.Builder>>of(
              it -> it.expirationTime(Date.from(Instant.now().minusSeconds(120))),
              it -> it.issuer("http://localhost:9999"),
              it -> it.audience("somebody-else"),
              it -> it.audience((String) null))) {
        assertProblem(
            get(DOSSIER, tokens.citizen(bsn.reveal(), AssuranceLevel.HOOG.acr(), flaw)),
            ProblemType.TOKEN_INVALID);
      }
      assertProblem(get(DOSSIER, tokens.citizen(bsn.reveal()) + "x"), ProblemType.TOKEN_INVALID);
      assertProblem(get(DOSSIER, "not-a-token"), ProblemType.TOKEN_INVALID);
    }

    @Test
    void isRefusedWhenItsEnvelopeWasMadeForAnotherOrLapsedOrIsNone() {
      String own = bsn.reveal();
      Instant later = Instant.now().plusSeconds(60);
      for (String envelope :
          List.of(
              tokens.envelope(own, "somebody-else", later),
              tokens.envelope(own, "pseudonym-of-" + own.hashCode(), Instant.now().minusSeconds(1)),
              tokens.envelope("123456789", "pseudonym-of-" + own.hashCode(), later),
              own)) {
        assertProblem(
            get(
                DOSSIER,
                tokens.citizen(
                    own, AssuranceLevel.HOOG.acr(), it -> it.claim("bsn_jwe", envelope))),
            ProblemType.TOKEN_INVALID);
      }
    }

    @Test
    void opensOnlyWhatItsScopesName() {
      assertProblem(get(DOSSIER, tokens.party("ggd-utrecht")), ProblemType.SCOPE_MISSING);
      assertProblem(
          get("/fhir/Immunization", tokens.citizen(bsn.reveal())), ProblemType.SCOPE_MISSING);
      String dossierOnly =
          tokens.citizen(
              bsn.reveal(),
              AssuranceLevel.HOOG.acr(),
              it -> it.claim("scope", List.of("dossier:read")));
      assertProblem(get(LOG, dossierOnly), ProblemType.SCOPE_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gp-gone", "nobody"})
    void ofAPartyThatIsSwitchedOffOrUnknownOpensNothing(String party) {
      assertProblem(get("/fhir/Immunization", tokens.party(party)), ProblemType.SOURCE_UNKNOWN);
    }
  }

  @Nested
  class ACertificate {

    @Test
    void isNeededToConnectAtAll() {
      assertThatThrownBy(
              () ->
                  registry.send(
                      registry.clientWithoutCertificate(),
                      HttpRequest.newBuilder(registry.address(DOSSIER))))
          .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void ofAnotherThanTheGatewayMayReadTheHealthAndNoMore() {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(registry.address(DOSSIER))
              .header("Authorization", "Bearer " + tokens.citizen(bsn.reveal()));
      assertProblem(registry.send(registry.clientAs("portal"), request), ProblemType.FORBIDDEN);
      assertThat(
              registry
                  .send(
                      registry.clientAs("portal"),
                      HttpRequest.newBuilder(registry.address("/actuator/health")))
                  .body())
          .contains("\"status\":\"UP\"");
    }
  }

  @Test
  void answersAnyOtherAddressOrMethodWithAProblem() {
    String token = tokens.citizen(bsn.reveal());
    assertProblem(get("/citizen/v1/everything", token), ProblemType.SCOPE_MISSING);
    assertProblem(get("/actuator/env", token), ProblemType.SCOPE_MISSING);
    HttpResponse<String> answer =
        registry.send(
            HttpRequest.newBuilder(registry.address(DOSSIER))
                .header("Authorization", "Bearer " + token)
                .DELETE());
    assertProblem(answer, ProblemType.METHOD_NOT_ALLOWED);
    assertThat(answer.headers().firstValue("Allow"))
        .hasValueSatisfying(it -> assertThat(it).contains("GET"));
  }

  private static void assertProblem(HttpResponse<String> answer, ProblemType type) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(type.status());
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(it -> assertThat(it).startsWith(ProblemType.MEDIA_TYPE));
    assertThat(answer.body())
        .contains(type.uri(), type.title(), "\"detail\":\"")
        .doesNotContain("Exception", "\tat ");
  }

  private HttpResponse<String> get(String path, String token) {
    return registry.send(
        HttpRequest.newBuilder(registry.address(path)).header("Authorization", "Bearer " + token));
  }
}
