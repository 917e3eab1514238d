// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import nl.cims.broker.support.Browser;
import nl.cims.broker.support.Console;
import nl.cims.broker.support.Portal;
import nl.cims.broker.support.RunningBroker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The door for citizens, made narrow and then filled in every way: on the database, on the
/// network, in its lanes. That it is full is looked at each time, by a request of the smallest kind
/// which finds no answer there; the other doors answer as ever.
class BulkheadIT {

  private static final int THREADS = 4;
  private static final int CONNECTIONS = 40;
  private static final Duration AT_ONCE = Duration.ofSeconds(5);
  private static final Map<String, String> TOKEN =
      Map.of(
          "grant_type", "client_credentials",
          "client_id", "ggd-utrecht",
          "scope", "vaccination:report");

  private static RunningBroker broker;
  private static SSLContext party;
  private static Portal portal;

  private final HttpClient anybody =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @BeforeAll
  static void narrow() {
    broker = RunningBroker.shared();
    broker.stop();
    broker.start(
        "--cims.broker.citizens.threads=" + THREADS,
        "--cims.broker.citizens.connections=" + CONNECTIONS,
        "--cims.broker.citizens.starts-at-once=2",
        "--cims.broker.citizens.answers-at-once=2");
    party = broker.authority().tlsAs(broker.authority().issue("ggd-utrecht"));
    portal = new Portal(broker, "portal", RunningBroker.PORTAL_REDIRECT);
  }

  @AfterAll
  static void asBefore() {
    broker.stop();
    broker.start();
  }

  @Test
  void othersGoOnWhileEveryThreadWaitsForTheDatabase() throws Exception {
    String idToken = (String) portal.redeem(portal.code(Map.of())).get("id_token");
    List<CompletableFuture<HttpResponse<String>>> stuck;
    try (Connection lock = locked("broker.login")) {
      stuck = IntStream.range(0, 5 * THREADS).mapToObj(person -> leave(idToken)).toList();

      assertDoorIsFull();
      assertOthersGoOn();
      lock.rollback();
    }
    assertThat(stuck)
        .as("each was only late")
        .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    assertDoorIsOpen();
  }

  @Test
  void othersGoOnWhileEveryConnectionIsTakenBySomebodyWhoSaysNothing() throws Exception {
    List<Socket> silent = new ArrayList<>();
    try {
      for (int person = 0; person < CONNECTIONS + 10; person++) {
        silent.add(new Socket("127.0.0.1", broker.issuer().getPort()));
      }
      assertDoorIsFull();
      assertOthersGoOn();
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
    assertDoorIsOpen();
  }

  @Test
  void aStuckLaneSendsPeopleAwayAndLeavesTheOtherOpen() throws Exception {
    CountDownLatch turnedAway = new CountDownLatch(6);
    List<CompletableFuture<HttpResponse<String>>> starts;
    try (Connection lock = locked("broker.client")) {
      starts = IntStream.range(0, 8).mapToObj(person -> start()).toList();
      starts.forEach(start -> start.thenRun(turnedAway::countDown));
      assertThat(turnedAway.await(60, TimeUnit.SECONDS)).isTrue();

      assertThat(starts.stream().filter(CompletableFuture::isDone).map(CompletableFuture::join))
          .hasSize(6)
          .allSatisfy(
              page -> {
                assertThat(page.statusCode()).isEqualTo(503);
                assertThat(page.headers().firstValue("Retry-After")).hasValue("10");
                assertThat(page.body()).contains("Inloggen is nu niet mogelijk");
              });
      // Nobody's answer of DigiD: told so by the other lane, while the first is stuck.
      assertThat(get("/login/oauth2/code/digid?state=x").statusCode()).isEqualTo(400);
      lock.rollback();
    }
    assertThat(starts.stream().map(start -> start.join().statusCode()))
        .as("two were on the lane, and go on to DigiD")
        .containsOnly(302, 503)
        .filteredOn(status -> status == 302)
        .hasSize(2);
  }

  private void assertDoorIsFull() {
    assertThat(answered(keys())).as("the smallest request at the full door").isFalse();
  }

  private void assertDoorIsOpen() throws Exception {
    assertThat(anybody.send(keys(), BodyHandlers.discarding()).statusCode()).isEqualTo(200);
  }

  private static void assertOthersGoOn() {
    long began = System.nanoTime();
    assertThat(Portal.post(party, broker.backChannel("/oauth2/token"), TOKEN).statusCode())
        .isEqualTo(200);
    HttpRequest keys = HttpRequest.newBuilder(broker.backChannel("/oauth2/jwks")).build();
    assertThat(Portal.send(party, keys).statusCode()).isEqualTo(200);
    assertThat(new Browser().get(broker.staff("/staff/login")).statusCode()).isEqualTo(200);
    try (Console console = new Console(broker)) {
      assertThat(new Browser().get(console.authorize(console.request())).statusCode())
          .isEqualTo(302);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began))
        .as("a token, the keys, and two steps of a login of staff")
        .isLessThan(AT_ONCE);
  }

  private boolean answered(HttpRequest request) {
    try {
      anybody.send(request, BodyHandlers.discarding());
      return true;
    } catch (IOException late) {
      return false;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static HttpRequest keys() {
    return HttpRequest.newBuilder(broker.issuer().resolve("/oauth2/jwks"))
        .timeout(Duration.ofSeconds(1))
        .build();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return anybody.send(
        HttpRequest.newBuilder(broker.issuer().resolve(path)).timeout(AT_ONCE).build(),
        BodyHandlers.ofString());
  }

  private CompletableFuture<HttpResponse<String>> leave(String idToken) {
    return anybody.sendAsync(
        HttpRequest.newBuilder(broker.issuer().resolve("/logout"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(Browser.encode(Map.of("id_token_hint", idToken))))
            .build(),
        BodyHandlers.ofString());
  }

  private CompletableFuture<HttpResponse<String>> start() {
    URI address = portal.authorize(portal.request());
    return anybody.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  /// Nobody reads or writes this table until it is rolled back.
  private static Connection locked(String table) throws SQLException {
    Connection connection =
        DriverManager.getConnection(broker.database().url(), broker.database().superuser(), "");
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
    }
    return connection;
  }
}
