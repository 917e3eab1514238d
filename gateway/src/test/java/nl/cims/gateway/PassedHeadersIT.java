// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PassedHeadersIT {

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

  @Test
  void passesWhatTheRegistryNeeds() throws IOException {
    String token = stage.tokens.good("ggd-utrecht", Stage.REPORT, stage.party.x509());
    stage
        .callAs(stage.party)
        .bearer(token)
        .header("Accept: application/fhir+xml")
        .header("If-None-Match: W/\"1\"")
        .send()
        .isFromTheRegistry();
    StubRegistry.Seen seen = stage.registry.seen.remove();
    assertThat(seen.peer()).isEqualTo("CN=gateway,O=CIMS demo");
    assertThat(seen.headers().getFirst("Authorization")).isEqualTo("Bearer " + token);
    assertThat(seen.headers().getFirst("Accept")).isEqualTo("application/fhir+xml");
    assertThat(seen.headers().getFirst("If-None-Match")).isEqualTo("W/\"1\"");
  }

  @Test
  void passesNothingThatSpeaksForTheCaller() throws IOException {
    List<String> spoofed =
        List.of(
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Forwarded-Client-Cert",
            "X-Real-IP",
            "Client-Cert",
            "X-SSL-Client-S-DN",
            "X-Client-Id",
            "X-User",
            "Remote-User",
            "X-Original-URL",
            "X-HTTP-Method-Override",
            "Cookie",
            "Proxy-Authorization",
            "TE",
            "Upgrade",
            "Keep-Alive",
            "X-Named-By-Connection",
            "tracestate",
            "baggage");
    Call call = stage.call().header("Connection: X-Named-By-Connection");
    spoofed.forEach(name -> call.header(name + ": spoofed"));
    call.send().isFromTheRegistry();
    StubRegistry.Seen seen = stage.registry.seen.remove();
    assertThat(seen.headers().keySet()).doesNotContainAnyElementsOf(spoofed);
    assertThat(seen.headers().values()).noneMatch(values -> values.contains("spoofed"));
    assertThat(seen.method()).isEqualTo("GET");
    assertThat(seen.headers().getFirst("Host")).doesNotContain("spoofed");
  }

  @Test
  void namesEveryRequestItself() throws IOException {
    Answer answer =
        stage
            .call()
            .header("X-Request-Id: chosen-outside")
            .header("traceparent: 00-11111111111111111111111111111111-2222222222222222-01")
            .send()
            .isFromTheRegistry();
    StubRegistry.Seen seen = stage.registry.seen.remove();
    String id = answer.header("x-request-id");
    assertThat(id).matches("[0-9a-f]{32}");
    assertThat(seen.headers().get("X-Request-Id")).containsExactly(id);
    assertThat(seen.headers().getFirst("traceparent"))
        .matches("00-" + id + "-[0-9a-f]{16}-01")
        .doesNotContain("2222222222222222");
    assertThat(stage.call().send().header("x-request-id")).isNotEqualTo(id);
  }

  @Test
  void answersWithSafeHeadersOnceEach() throws IOException {
    stage.registry.behave(
        exchange -> {
          exchange.getResponseHeaders().set("Cache-Control", "no-store");
          exchange.getResponseHeaders().set("Server", "registry/1");
          exchange.getResponseHeaders().set("X-Internal", "secret");
          exchange.getResponseHeaders().set("Set-Cookie", "a=b");
          exchange.getResponseHeaders().set("ETag", "W/\"7\"");
          exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
          StubRegistry.greet(exchange);
        });
    Answer answer = stage.call().send().isFromTheRegistry();
    assertThat(answer.headers("cache-control")).containsExactly("no-store");
    assertThat(answer.headers("x-content-type-options")).containsExactly("nosniff");
    assertThat(answer.headers("referrer-policy")).containsExactly("no-referrer");
    assertThat(answer.headers("content-security-policy")).hasSize(1);
    assertThat(answer.headers("strict-transport-security")).hasSize(1);
    assertThat(answer.headers("content-type")).containsExactly("application/json");
    assertThat(answer.headers("etag")).containsExactly("W/\"7\"");
    for (String internal : List.of("server", "x-internal", "set-cookie", "x-powered-by")) {
      assertThat(answer.headers(internal)).as(internal).isEmpty();
    }
  }
}
