// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.cims.testkit.messages.FhirMessages;
import nl.cims.testkit.people.Population;
import nl.cims.testkit.people.Report;
import nl.cims.testkit.people.Source;
import nl.cims.testkit.people.TestCitizen;
import nl.cims.vocabulary.AssuranceLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Everybody logs in at once, at the portal and, against its will, at the broker itself: an open
/// session, the public pages and intake go on as if nothing were. `-Dcims.rush=10000` asks for more
/// than the default.
class RushIT {

  private static final int PEOPLE = Integer.getInteger("cims.rush", 300);
  private static final int LOOKS = 20;
  private static final Source SOURCE = Source.values()[0];

  private static RunningDemo demo;
  private static CitizenBrowser browser;

  private final Party party = demo.party(SOURCE);
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build();

  @BeforeAll
  static void start() {
    demo = RunningDemo.instance();
    browser = new CitizenBrowser(demo.portal());
  }

  @AfterEach
  void heal() {
    browser.forget();
    demo.heal();
  }

  @AfterAll
  static void noNumberInAnyLog() {
    browser.close();
    demo.assertNoNumberInAnyLog();
  }

  @Test
  void takesNothingElseDown() throws Exception {
    // With a token in hand: a new one is asked of the broker, and may have to be asked for again.
    sent(reports(4));
    Rush rush = rush(1);
    assertThat(rush.logins).as("sent to the broker, or given a place").isSubsetOf(302, 200);
    assertThat(rush.straight).as("let in or turned away, never broken").isSubsetOf(302, 400, 503);
    rush.assertTheRestWentOn();
  }

  @Test
  void findsTheDoorShutWhileTheBrokerIsDead() throws Exception {
    browser.logIn(TestCitizen.FULL_COVID, AssuranceLevel.SUBSTANTIEEL);
    // A party's token lives ten minutes; without a broker it reports for as long as that.
    sent(reports(3));
    demo.cims().stop("broker");
    browser.page().waitForTimeout(3_500);
    get(demo.portal() + "/nl/inloggen");
    Rush rush = rush(2);
    assertThat(rush.logins).as("told so at once").containsOnly(503);
    rush.assertTheRestWentOn();
  }

  private record Rush(
      List<Integer> logins,
      List<Integer> straight,
      List<Integer> looks,
      List<Integer> pages,
      List<Answer> reports) {

    void assertTheRestWentOn() {
      assertThat(looks).as("an open session").hasSize(LOOKS).containsOnly(200);
      assertThat(pages).as("public pages").hasSize(LOOKS).containsOnly(200);
      assertThat(reports).as("intake").hasSizeGreaterThan(5).allMatch(Answer::accepted);
    }
  }

  private Rush rush(long seed) throws Exception {
    if (browser.open(CitizenBrowser.RECORD_NL) != 200 || browser.rows() == 0) {
      browser.logIn(TestCitizen.FULL_COVID, AssuranceLevel.SUBSTANTIEEL);
      browser.page().waitForURL(url -> url.startsWith(demo.portal()));
    }
    String cookie =
        browser.page().context().cookies().stream()
            .filter(each -> each.name.equals("__Host-portal"))
            .map(each -> each.name + "=" + each.value)
            .findFirst()
            .orElseThrow();
    String straight = Deployable.BROKER.address(demo.cims().offset()) + "/oauth2/authorize?x=";
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<Integer>> looks =
          threads.submit(looking(demo.portal() + CitizenBrowser.RECORD_NL, cookie));
      Future<List<Integer>> pages = threads.submit(looking(demo.portal() + "/nl/contact", ""));
      Future<List<Answer>> sent = threads.submit(() -> sent(reports(seed)));
      List<Future<Integer>> logins = new ArrayList<>();
      List<Future<Integer>> directly = new ArrayList<>();
      for (int person = 0; person < PEOPLE; person++) {
        String id = Integer.toString(person);
        logins.add(threads.submit(() -> get(demo.portal() + "/nl/inloggen")));
        directly.add(threads.submit(() -> answered(straight + id)));
      }
      return new Rush(all(logins), all(directly), looks.get(), pages.get(), sent.get());
    }
  }

  /// Reports of one source, so that one token does for all.
  private static List<Report> reports(long seed) {
    return Population.of(seed + 7_000, 60)
        .reports()
        .filter(report -> report.dose().source() == SOURCE)
        .limit(15)
        .toList();
  }

  private List<Answer> sent(List<Report> reports) throws InterruptedException {
    List<Answer> answers = new ArrayList<>();
    for (Report report : reports) {
      answers.add(party.send(FhirMessages.single(report)));
    }
    return answers;
  }

  private Callable<List<Integer>> looking(String address, String cookie) {
    return () -> {
      List<Integer> answers = new ArrayList<>();
      for (int look = 0; look < LOOKS; look++) {
        answers.add(get(address, cookie));
      }
      return answers;
    };
  }

  private int answered(String address) throws InterruptedException {
    try {
      return get(address);
    } catch (IOException dead) {
      return 503;
    }
  }

  private int get(String address, String... cookie) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(60));
    if (cookie.length > 0 && !cookie[0].isEmpty()) {
      request.header("Cookie", cookie[0]);
    }
    return http.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  private static List<Integer> all(List<Future<Integer>> answers) throws Exception {
    List<Integer> all = new ArrayList<>();
    for (Future<Integer> answer : answers) {
      all.add(answer.get());
    }
    return all;
  }
}
