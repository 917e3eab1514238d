// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

/// Very many who want to log in: each asks the portal once, and then, again and again, the broker
/// itself with a request that it has to take to DigiD or refuse. Ends when it is told to.
final class Flood {

  /// Twice what the door has threads is enough to fill it; more sockets than one process may have
  /// open say nothing about the broker.
  private static final int FEWEST_AT_ONCE = 64;

  private static final int MOST_AT_ONCE = 4_000;

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final String portal;
  private final URI login;
  private final URI door;
  private final int people;

  /// One client has one thread for all its connections. Of their own, so that the crowd at the
  /// portal does not hold up those at the broker's door.
  private final HttpClient atPortal = client();

  private final HttpClient atDoor = client();
  private final ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<Turn>> turns = new ArrayList<>();
  private final List<Future<?>> pushing = new ArrayList<>();
  private final Map<Integer, LongAdder> answers = new ConcurrentHashMap<>();
  private volatile boolean over;

  Flood(RunningDemo demo, int people) {
    this.portal = demo.portal();
    this.login = URI.create(portal + "/nl/inloggen");
    this.people = people;
    this.door =
        URI.create(
            Deployable.BROKER.address(demo.cims().offset())
                + "/oauth2/authorize?response_type=code&client_id=portal&scope=openid&state=x&nonce=x"
                + "&code_challenge_method=S256&code_challenge="
                + CHALLENGE
                + "&redirect_uri="
                + portal
                + "/login/oauth2/code/broker");
  }

  /// What the portal answered to somebody who wants to log in.
  ///
  /// @param ticket with which he keeps his place; empty if he need not wait
  /// @param took until he was answered
  record Turn(int status, String ticket, Duration took) {

    boolean waits() {
      return status == 200;
    }

    /// His number in the queue.
    long number() {
      return Long.parseLong(ticket.substring(0, ticket.indexOf('.')));
    }
  }

  void begin() {
    for (int person = 0; person < Math.clamp(people / 4, FEWEST_AT_ONCE, MOST_AT_ONCE); person++) {
      pushing.add(crowd.submit(this::push));
    }
    for (int person = 0; person < people; person++) {
      turns.add(crowd.submit(() -> ask("")));
    }
  }

  /// Ends it.
  ///
  /// @return what the portal answered each
  List<Turn> end() throws Exception {
    over = true;
    List<Turn> all = new ArrayList<>();
    for (Future<Turn> turn : turns) {
      all.add(turn.get());
    }
    for (Future<?> each : pushing) {
      each.get();
    }
    return all;
  }

  /// Asks again with the place that he has; whether he is let in now.
  boolean comesBack(Turn turn) throws IOException, InterruptedException {
    return ask(turn.ticket()).status() == 302;
  }

  /// What the broker answered at its own door, and how often; 0 is no answer.
  Map<Integer, Long> atTheDoor() {
    Map<Integer, Long> sums = new TreeMap<>();
    answers.forEach((status, times) -> sums.put(status, times.sum()));
    return sums;
  }

  private static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofMinutes(2))
        .build();
  }

  private Turn ask(String ticket) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(login).timeout(Duration.ofMinutes(2));
    if (!ticket.isEmpty()) {
      request.header("Cookie", "__Host-turn=" + ticket);
    }
    long began = System.nanoTime();
    HttpResponse<Void> answer = atPortal.send(request.build(), BodyHandlers.discarding());
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    String given =
        answer.headers().allValues("Set-Cookie").stream()
            .filter(cookie -> cookie.startsWith("__Host-turn="))
            .map(cookie -> cookie.substring("__Host-turn=".length()).split(";", 2)[0])
            .findFirst()
            .orElse("");
    return new Turn(answer.statusCode(), given, took);
  }

  private void push() {
    HttpRequest request = HttpRequest.newBuilder(door).timeout(Duration.ofSeconds(60)).build();
    do {
      answers.computeIfAbsent(answered(request), status -> new LongAdder()).increment();
    } while (!over);
  }

  private int answered(HttpRequest request) {
    try {
      return atDoor.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException unanswered) {
      return 0;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }
}
