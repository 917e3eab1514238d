// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import nl.cims.registry.RegistryProcess;
import nl.cims.registry.TestNumbers;
import nl.cims.registry.Tokens;
import nl.cims.registry.access.Party;
import nl.cims.registry.intake.Intake;
import nl.cims.registry.intake.Outcome;
import nl.cims.registry.intake.ReportedVaccination.Sharing;
import nl.cims.registry.intake.Reports;
import nl.cims.registry.intake.Sender;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Receipts that anybody can check, and what those see who watch over intake.
class WatchIT {

  private final RegistryProcess registry = RegistryProcess.running();
  private final Tokens tokens = registry.tokens();
  private final Reports dose = Reports.of(TestNumbers.fresh());

  @Nested
  class Receipts {

    @Test
    void proveWhatWasSentToAnybodyWhoHasTheKeys() throws Exception {
      Outcome.Recorded answer = (Outcome.Recorded) accept(dose);
      HttpResponse<String> receipt = receipt(answer, tokens.party("ggd-utrecht"));
      assertThat(receipt.statusCode()).isEqualTo(200);
      SignedJWT signed = SignedJWT.parse(receipt.body());
      assertThat(signed.verify(new ECDSAVerifier(key(signed)))).isTrue();
      assertThat(signed.getJWTClaimsSet().getSubject()).isEqualTo("ggd-utrecht");
      assertThat(signed.getJWTClaimsSet().getJWTID())
          .isEqualTo(answer.receipt().message().toString());
      assertThat(signed.getJWTClaimsSet().getStringClaim("sha256"))
          .isEqualTo(
              Base64.getUrlEncoder()
                  .withoutPadding()
                  .encodeToString(
                      MessageDigest.getInstance("SHA-256").digest(dose.message().bytes())));
    }

    @Test
    void failTheCheckWhenAByteIsChanged() throws Exception {
      String[] parts =
          receipt((Outcome.Recorded) accept(dose), tokens.party("ggd-utrecht")).body().split("\\.");
      String claims =
          new String(Base64.getUrlDecoder().decode(parts[1])).replace("ggd-utrecht", "gp-jansen--");
      SignedJWT forged =
          SignedJWT.parse(
              parts[0]
                  + "."
                  + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes())
                  + "."
                  + parts[2]);
      assertThat(forged.verify(new ECDSAVerifier(key(forged)))).isFalse();
    }

    @Test
    void sayNoHashOfWhatMayNotBeKept() throws Exception {
      Outcome.Recorded answer = (Outcome.Recorded) accept(dose.shared(Sharing.REFUSED));
      SignedJWT signed = SignedJWT.parse(receipt(answer, tokens.party("ggd-utrecht")).body());
      assertThat(signed.getJWTClaimsSet().getClaim("sha256")).isNull();
      assertThat(signed.getJWTClaimsSet().getBooleanClaim("anonymous")).isTrue();
    }

    @Test
    void areForTheirSenderOnly() {
      Outcome.Recorded answer = (Outcome.Recorded) accept(dose);
      assertThat(receipt(answer, tokens.party("gp-jansen")).statusCode()).isEqualTo(404);
      assertThat(receipt(answer, tokens.operator("operator")).statusCode()).isEqualTo(403);
    }

    private ECKey key(SignedJWT signed) throws Exception {
      HttpResponse<String> keys = get("/intake/v1/receipt-keys", tokens.party("gp-jansen"));
      return (ECKey) JWKSet.parse(keys.body()).getKeyByKeyId(signed.getHeader().getKeyID());
    }

    private HttpResponse<String> receipt(Outcome.Recorded answer, String token) {
      return get("/intake/v1/receipts/" + answer.receipt().message(), token);
    }
  }

  @Nested
  class Watching {

    @Test
    void seesTheAccountsAndWhatWaitsWithoutAnythingAboutAPerson() {
      String future = LocalDate.now().plusDays(30).toString();
      Outcome.Quarantined waits = (Outcome.Quarantined) accept(dose.on(future));
      String token = tokens.operator("operator");
      assertThat(get("/intake/v1/balances", token).body()).contains("\"source\":\"ggd-utrecht\"");
      String list = get("/intake/v1/waiting?source=ggd-utrecht", token).body();
      assertThat(list)
          .contains(waits.receipt().message().toString(), "IN_FUTURE")
          .doesNotContain(dose.bsn().reveal(), Reports.SURNAME, dose.identifier(), future);
      HttpResponse<String> redriven =
          post("/intake/v1/waiting/" + waits.receipt().message() + "/redrive", token);
      assertThat(redriven.statusCode()).isEqualTo(200);
      assertThat(redriven.body()).contains("\"outcome\":\"QUARANTINED\"");
      assertThat(post("/intake/v1/waiting/" + UUID.randomUUID() + "/redrive", token).statusCode())
          .isEqualTo(404);
    }

    @Test
    void isNotForThoseWhoSend() {
      String party = tokens.party("ggd-utrecht");
      assertThat(get("/intake/v1/balances", party).statusCode()).isEqualTo(403);
      assertThat(get("/intake/v1/waiting", party).statusCode()).isEqualTo(403);
      assertThat(post("/intake/v1/waiting/" + UUID.randomUUID() + "/redrive", party).statusCode())
          .isEqualTo(403);
    }
  }

  private Outcome accept(Reports report) {
    return registry
        .bean(Intake.class)
        .accept(
            Sender.of("ggd-utrecht", Party.Channel.FHIR),
            report.message(),
            List.of(report.report()))
        .getFirst();
  }

  private HttpResponse<String> get(String path, String token) {
    return registry.send(request(path, token).GET());
  }

  private HttpResponse<String> post(String path, String token) {
    return registry.send(request(path, token).POST(HttpRequest.BodyPublishers.noBody()));
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(registry.address(path))
        .header("Authorization", "Bearer " + token);
  }
}
