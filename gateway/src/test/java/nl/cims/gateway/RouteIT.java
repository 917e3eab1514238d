// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.cims.contracts.problem.ProblemType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteIT {

  private static final byte[] MESSAGE = "{}".getBytes(StandardCharsets.UTF_8);
  private static Stage stage;

  @BeforeAll
  static void open() {
    stage = Stage.open();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @BeforeEach
  void forget() {
    stage.registry.reset();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /fhir/Immunization, vaccination:report",
    "PUT, /fhir/Immunization, vaccination:report",
    "POST, /fhir, vaccination:report",
    "POST, /hl7v2, vaccination:report",
    "POST, /csv/v1/uploads, vaccination:report",
    "POST, /csv/v1/dry-runs, vaccination:report",
    "GET, /csv/v1/uploads/01934f5e-0000-7000-8000-00000000000a, vaccination:report",
    "GET, /csv/v1/uploads/01934f5e-0000-7000-8000-00000000000a/result, vaccination:report",
    "GET, /csv/v1/template, vaccination:report",
    "GET, /csv/v1/template/columns, vaccination:report",
    "GET, /intake/v1/receipts/01934f5e-0000-7000-8000-00000000000a, vaccination:report",
    "GET, /intake/v1/balances, intake:watch",
    "GET, /intake/v1/waiting, intake:watch",
    "POST, /intake/v1/waiting/01934f5e-0000-7000-8000-00000000000a/redrive, intake:watch",
    "GET, /citizen/v1/dossier, dossier:read",
    "GET, /citizen/v1/export, dossier:read",
    "GET, /citizen/v1/planning, dossier:read",
    "GET, /citizen/v1/sources, dossier:read",
    "GET, /citizen/v1/access-log, accesslog:read",
    "GET, /citizen/v1/access-log/01934f5e-0000-7000-8000-00000000000a/proof, accesslog:read"
  })
  void asksItsOwnScopeOnEveryRoute(String method, String path, String scope) throws IOException {
    as(scope).to(method, path).body("application/fhir+json", MESSAGE).send().isFromTheRegistry();
    assertThat(stage.registry.seen.remove().target()).isEqualTo(path);

    for (String other : List.of("", "openid", "vaccination:report", "dossier:read", "admin")) {
      if (!other.equals(scope)) {
        Answer refusal = as(other).to(method, path).send().isProblem(ProblemType.SCOPE_MISSING);
        assertThat(refusal.header("www-authenticate"))
            .contains("error=\"insufficient_scope\"", "scope=\"" + scope + "\"");
      }
    }
    assertThat(stage.registry.seen).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/fhir/metadata", "/intake/v1/receipt-keys"})
  void showsItsCapabilitiesAndKeysToAnyValidToken(String path) throws IOException {
    as("").to("GET", path).send().isFromTheRegistry();
    stage.callAs(stage.party).to("GET", path).send().isProblem(ProblemType.TOKEN_REQUIRED);
  }

  @Test
  void showsTheKeysOfSealsToAnyCertificateAndToNobodyElse() throws IOException {
    String keys = "/citizen/v1/seal-keys";
    stage.callAs(stage.party).to("GET", keys).send().isFromTheRegistry();
    assertThat(stage.registry.seen.remove().target()).isEqualTo(keys);

    new Call(stage.port(), stage.authority.tlsWithoutCertificate())
        .to("GET", keys)
        .send()
        .isProblem(ProblemType.CERTIFICATE_REQUIRED);
    for (String other : List.of("/citizen/v1/dossier", keys + "/", "/citizen/v1//seal-keys")) {
      assertThat(stage.callAs(stage.party).to("GET", other).send().status()).isIn(400, 401);
    }
    stage.callAs(stage.party).to("POST", keys).send().isProblem(ProblemType.TOKEN_REQUIRED);
    assertThat(stage.registry.seen).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /fhir/Immunization",
    "DELETE, /fhir/Immunization",
    "PATCH, /fhir/Immunization",
    "HEAD, /fhir/metadata",
    "POST, /citizen/v1/dossier",
    "POST, /citizen/v1/export",
    "TRACE, /fhir",
    "BREW, /fhir"
  })
  void refusesAnotherMethodAndNamesTheRightOnes(String method, String path) throws IOException {
    Answer answer = stage.call().to(method, path).send();
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("allow")).isNotBlank().doesNotContain(method);
    if (!method.equals("HEAD")) {
      answer.isProblem(ProblemType.METHOD_NOT_ALLOWED);
    }
    assertThat(stage.registry.seen).isEmpty();
  }

  @Test
  void offersNothingToBrowsersOfOtherSites() throws IOException {
    Answer answer =
        stage
            .call()
            .to("OPTIONS", "/fhir")
            .header("Origin: https://elsewhere.test")
            .header("Access-Control-Request-Method: POST")
            .send()
            .isProblem(ProblemType.METHOD_NOT_ALLOWED);
    assertThat(answer.headerLines()).noneMatch(line -> line.startsWith("Access-Control"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/error",
        "/actuator",
        "/actuator/env",
        "/actuator/health/liveness",
        "/actuator/gateway/routes",
        "/fhir/",
        "/fhir/Patient",
        "/fhir/immunization",
        "/fhir/Immunization/1",
        "/fhir/metadata.",
        "/fhir/metadata%20",
        "/fhi%72/metadata",
        "/csv/v1",
        "/csv/v1/uploads/",
        "/csv/v1/uploads/1",
        "/csv/v1/uploads/01934F5E-0000-7000-8000-00000000000A",
        "/csv/v1/uploads/01934f5e-0000-7000-8000-00000000000a/",
        "/csv/v1/uploads/01934f5e-0000-7000-8000-00000000000a/rows",
        "/citizen/v1",
        "/citizen/v1/access-log/1/proof",
        "/citizen/v2/dossier",
        "/favicon.ico"
      })
  void hasNothingElse(String path) throws IOException {
    stage.call().to("GET", path).send().isProblem(ProblemType.NOT_FOUND);
    stage.callAs(stage.party).to("GET", path).send().isProblem(ProblemType.TOKEN_REQUIRED);
    assertThat(stage.registry.seen).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//fhir/metadata",
        "/fhir//metadata",
        "/fhir/../fhir/metadata",
        "/fhir/./metadata",
        "/fhir/%2e%2e/metadata",
        "/fhir%2Fmetadata",
        "/fhir%252Fmetadata",
        "/fhir/metadata/..",
        "/fhir/metadata;v=1",
        "/fhir/metadata%00",
        "/fhir/metadata%0a",
        "/fhir\\metadata",
        "https://elsewhere.test/fhir/metadata",
        "/fhir/metadata/../../citizen/v1/dossier"
      })
  void isNotFooledBySpellingsOfAPath(String path) throws IOException {
    Answer answer = stage.call().to("GET", path).send();
    assertThat(answer.status()).isIn(400, 404);
    answer.isProblem(
        answer.status() == 400 ? ProblemType.MALFORMED_REQUEST : ProblemType.NOT_FOUND);
    assertThat(stage.registry.seen).isEmpty();
  }

  @Test
  void passesTheQueryOn() throws IOException {
    stage
        .call()
        .to("PUT", "/fhir/Immunization?identifier=urn:oid:1.2|a%26b%2F1")
        .body("application/fhir+json", MESSAGE)
        .send()
        .isFromTheRegistry();
    assertThat(stage.registry.seen.remove().target())
        .startsWith("/fhir/Immunization?identifier=")
        .endsWith("%7Ca%26b%2F1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/csv/v1/uploads/01934f5e-0000-7000-8000-00000000000a/result?language=nl",
        "/citizen/v1/export?language=en",
        "/citizen/v1/access-log?from=2021-01-01&until=2021-12-31"
      })
  void passesTheQueryOnAsItIs(String target) throws IOException {
    as("vaccination:report dossier:read accesslog:read")
        .to("GET", target)
        .send()
        .isFromTheRegistry();
    assertThat(stage.registry.seen.remove().target()).isEqualTo(target);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
  void takesNoForms(String type) throws IOException {
    stage
        .call()
        .to("POST", "/fhir")
        .chunked(type, new byte[3 * 1024 * 1024], 8192)
        .send()
        .isProblem(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    assertThat(stage.registry.seen).isEmpty();
  }

  private static Call as(String scope) {
    return stage
        .callAs(stage.party)
        .bearer(stage.tokens.good("ggd-utrecht", scope, stage.party.x509()));
  }
}
