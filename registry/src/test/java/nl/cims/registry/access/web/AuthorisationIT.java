// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.locks.LockSupport;
import nl.cims.registry.RegistryProcess;
import nl.cims.registry.TestNumbers;
import nl.cims.registry.access.Party;
import nl.cims.registry.intake.Intake;
import nl.cims.registry.intake.Outcome;
import nl.cims.registry.intake.Reports;
import nl.cims.registry.intake.Sender;
import nl.cims.testkit.certificates.CertificateAuthority;
import nl.cims.testkit.certificates.Issued;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every endpoint of the register × every [Caller], as [Matrix] says and not otherwise.
class AuthorisationIT {

  private static final String HEALTH = "/actuator/health";

  @TempDir private static Path elsewhere;

  private final RegistryProcess registry = RegistryProcess.running();
  private final Matrix matrix = Matrix.read();
  private final SortedSet<Endpoint> endpoints = Endpoint.running();

  @Test
  void everyEndpointHasARowAndEveryRowAnEndpoint() {
    assertThat(matrix.gaps(endpoints)).isEmpty();
    assertThat(registry.beans(RouterFunctionMapping.class))
        .allMatch(mapping -> mapping.getRouterFunction() == null);
  }

  /// The negative control: a controller that somebody adds is noticed, and closed meanwhile.
  @Test
  void anEndpointWithoutARowIsNoticed() throws NoSuchMethodException {
    RequestMappingHandlerMapping more = new RequestMappingHandlerMapping();
    more.setApplicationContext(new StaticApplicationContext());
    more.afterPropertiesSet();
    more.registerMapping(
        RequestMappingInfo.paths("/planted/{id}").methods(RequestMethod.DELETE).build(),
        this,
        AuthorisationIT.class.getDeclaredMethod("planted"));
    assertThat(matrix.gaps(Endpoint.in(List.of(more))))
        .anyMatch(gap -> gap.startsWith("DELETE /planted/{id}") && gap.endsWith("| nobody-at-all"));
    assertThat(status("DELETE", "/planted/1", Caller.CITIZEN)).isEqualTo(403);
  }

  void planted() {
    throw new IllegalStateException("is only looked at");
  }

  @Test
  void whoIsNotNamedInARowIsRefusedThereAndWhoIsGetsIn() {
    HttpClient gateway = registry.clientAs("gateway");
    List<String> wrong = new ArrayList<>();
    for (Endpoint endpoint : endpoints) {
      Set<Caller> in = EnumSet.noneOf(Caller.class);
      for (Caller caller : Caller.values()) {
        int status = ask(gateway, endpoint, caller.token()).statusCode();
        if (status != 401 && status != 403) {
          in.add(caller);
        } else if (status != caller.refusal()) {
          wrong.add(
              "%s at %s: %d instead of %d"
                  .formatted(caller.title(), endpoint.name(), status, caller.refusal()));
        }
      }
      if (!in.equals(matrix.at(endpoint))) {
        wrong.add(Matrix.row(endpoint, in));
      }
    }
    assertThat(wrong).as("rows as they are, where they are not as they should be").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"portal", "broker", "registry", "ggd-utrecht", "Gateway", "gateway-2"})
  void anotherCertificateThanTheGatewaysOpensNothing(String name) {
    HttpClient other = registry.clientAs(name);
    for (Endpoint endpoint : endpoints) {
      int status = ask(other, endpoint, bestToken(endpoint)).statusCode();
      if (endpoint.pattern().equals(HEALTH)) {
        assertThat(status).isEqualTo(200);
      } else {
        assertThat(status).as("%s at %s", name, endpoint.name()).isEqualTo(403);
      }
    }
  }

  @Test
  void theGatewaysOwnCertificateOpensNothingOnceItIsRevoked() {
    Issued old = registry.authority().issue("gateway");
    HttpClient client = HttpClient.newBuilder().sslContext(registry.authority().tlsAs(old)).build();
    Endpoint any = endpoints.stream().filter(it -> !matrix.at(it).isEmpty()).findFirst().get();
    assertThat(ask(client, any, bestToken(any)).statusCode()).isNotEqualTo(403);
    registry.authority().revoke(old);
    LockSupport.parkNanos(100_000_000);
    for (Endpoint endpoint : endpoints) {
      if (!endpoint.pattern().equals(HEALTH)) {
        assertThat(ask(client, endpoint, bestToken(endpoint)).statusCode())
            .as(endpoint.name())
            .isEqualTo(403);
      }
    }
    assertThat(ask(registry.clientAs("gateway"), any, bestToken(any)).statusCode())
        .isNotEqualTo(403);
  }

  @Test
  void withoutACertificateOfOursThereIsNoConnection() {
    CertificateAuthority other = CertificateAuthority.in(elsewhere, Clock.systemUTC());
    HttpClient foreign =
        HttpClient.newBuilder().sslContext(other.tlsAs(other.issue("gateway"))).build();
    for (HttpClient client : List.of(foreign, registry.clientWithoutCertificate())) {
      for (Endpoint endpoint : endpoints) {
        assertThatExceptionOfType(UncheckedIOException.class)
            .as(endpoint.name())
            .isThrownBy(() -> ask(client, endpoint, bestToken(endpoint)));
      }
    }
  }

  /// Where an address names something, whose it is decides.
  @Test
  void whatAnotherSentIsNotThere() {
    Reports dose = Reports.of(TestNumbers.fresh());
    Outcome.Recorded recorded =
        (Outcome.Recorded)
            registry
                .bean(Intake.class)
                .accept(
                    Sender.of("ggd-utrecht", Party.Channel.FHIR),
                    dose.message(),
                    List.of(dose.report()))
                .getFirst();
    String receipt = "/intake/v1/receipts/" + recorded.receipt().message();
    assertThat(status("GET", receipt, Caller.PARTY)).isEqualTo(200);
    assertThat(status("GET", receipt, Caller.PARTY_CSV)).isEqualTo(404);
    assertThat(status("GET", receipt, Caller.CITIZEN)).isEqualTo(403);
  }

  private Optional<String> bestToken(Endpoint endpoint) {
    return matrix.at(endpoint).stream()
        .findFirst()
        .flatMap(Caller::token)
        .or(Caller.CITIZEN::token);
  }

  private int status(String method, String path, Caller caller) {
    return ask(
            registry.clientAs("gateway"),
            new Endpoint(method, path, "application/json"),
            caller.token())
        .statusCode();
  }

  private HttpResponse<String> ask(HttpClient client, Endpoint endpoint, Optional<String> token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(registry.address(endpoint.address()))
            .header("Content-Type", endpoint.mediaType())
            .method(
                endpoint.tried(),
                endpoint.tried().equals("GET")
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString("{}"));
    token.ifPresent(it -> request.header("Authorization", "Bearer " + it));
    return registry.send(client, request);
  }
}
