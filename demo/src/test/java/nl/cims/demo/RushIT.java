// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import nl.cims.demo.Flood.Turn;
import nl.cims.demo.Services.Round;
import nl.cims.testkit.people.Population;
import nl.cims.testkit.people.Report;
import nl.cims.testkit.people.TestCitizen;
import nl.cims.vocabulary.AssuranceLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Everybody logs in at once, at the portal and, against its will, at the broker itself. What else
/// the broker does, it does as ever: tokens for parties, its keys, the login of staff. Open
/// sessions, public pages and intake notice nothing.
///
/// `-Dcims.rush=10000` asks for more people than the default, `-Dcims.dead=1800` for half an hour
/// without a broker.
class RushIT {

  private static final int PEOPLE = Integer.getInteger("cims.rush", 300);
  private static final int LOOKS = Math.clamp(PEOPLE / 20, 30, 100);
  private static final Duration DEAD = Duration.ofSeconds(Integer.getInteger("cims.dead", 5));

  private static RunningDemo demo;
  private static CitizenBrowser browser;

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

  /// The control is the flooded door itself: were it as quick as ever, or asked no more than the
  /// others, this were no flood, and what comes in by the other doors would prove nothing.
  @Test
  void takesNothingElseDown() throws Exception {
    Services services = new Services(demo, openSession());
    Round quiet = services.round(LOOKS, reports(1));
    Flood flood = new Flood(demo, PEOPLE);
    flood.begin();
    Round during = services.round(LOOKS, reports(2));
    List<Turn> turns = flood.end();
    System.out.println("Quiet" + quiet);
    System.out.println("While " + PEOPLE + " log in" + during + "\n  " + flood.atTheDoor());
    System.out.println("  a place   " + waits(turns));

    during.assertWentOn();
    assertThat(during.login().of(50)).as("the flooded door").isGreaterThan(quiet.login().of(50));
    assertThat(flood.atTheDoor().values().stream().mapToLong(Long::longValue).sum())
        .as("asked at it")
        .isGreaterThan(PEOPLE);
    assertThat(flood.atTheDoor().keySet())
        .as("let in, turned away or left outside, never broken")
        .isSubsetOf(302, 503, 0);
    assertThat(turns.stream().map(Turn::status))
        .as("sent to the broker, or given a place")
        .hasSize(PEOPLE)
        .isSubsetOf(302, 200);
    assertLetInInOrder(flood, turns);
  }

  private static String waits(List<Turn> turns) {
    List<Long> waits = turns.stream().map(turn -> turn.took().toMillis()).sorted().toList();
    return Stream.of(1, 50, 99, 100)
        .map(part -> "p%d %d ms".formatted(part, waits.get((waits.size() - 1) * part / 100)))
        .toList()
        .toString();
  }

  /// Of some of those who wait, spread over the queue, nobody gets in before one ahead of him. On a
  /// slow machine people may come no faster than they are called; that some wait, `LoginRushIT`
  /// makes sure.
  private static void assertLetInInOrder(Flood flood, List<Turn> turns) throws Exception {
    List<Turn> queue =
        turns.stream().filter(Turn::waits).sorted(Comparator.comparing(Turn::number)).toList();
    if (queue.size() < 10) {
      return;
    }
    List<Turn> some =
        new ArrayList<>(
            Stream.of(1, 4, 7, 10).map(tenth -> queue.get(queue.size() * tenth / 10 - 1)).toList());
    long end = System.nanoTime() + Duration.ofSeconds(60 + PEOPLE / 25).toNanos();
    while (!some.isEmpty() && System.nanoTime() < end) {
      List<Turn> in = new ArrayList<>();
      for (Turn turn : some.reversed()) {
        if (flood.comesBack(turn)) {
          in.addFirst(turn);
        }
      }
      assertThat(in).as("those ahead are in as well").isEqualTo(some.subList(0, in.size()));
      some.removeAll(in);
      LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
    }
    assertThat(some).as("never let in").isEmpty();
  }

  /// A party keeps on with the token it has, of which half the life is left at least (adr/0024).
  @Test
  void findsTheDoorShutWhileTheBrokerIsDead() throws Exception {
    Services services = new Services(demo, openSession());
    services.takeToken(reports(3));
    demo.cims().stop("broker");
    awaitNoticed(services);
    long end = System.nanoTime() + DEAD.toNanos();
    for (int round = 4; round == 4 || System.nanoTime() < end; round++) {
      Round without = services.roundWithoutBroker(LOOKS, reports(round));
      without.assertWentOn();
      assertThat(without.login().statuses()).as("told so").containsOnly(503);
    }
    demo.cims().start("broker");
    openSession();
  }

  /// The portal looks at the broker every few seconds: until it has noticed, it still sends there.
  private static void awaitNoticed(Services services) throws Exception {
    for (int look = 0; look < 60 && services.login(1).statuses().contains(302); look++) {
      LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
    }
  }

  /// The cookie of somebody who is logged in. No page stays open, which would log him out after a
  /// quarter of an hour in which he did nothing there.
  private static String openSession() {
    browser.logIn(TestCitizen.FULL_COVID, AssuranceLevel.SUBSTANTIEEL);
    browser.page().waitForURL(url -> url.startsWith(demo.portal()));
    String cookie =
        browser.page().context().cookies().stream()
            .filter(each -> each.name.equals("__Host-portal"))
            .map(each -> each.name + "=" + each.value)
            .findFirst()
            .orElseThrow();
    browser.forget();
    return cookie;
  }

  /// Reports of one source, so that one token does for all.
  private static List<Report> reports(long seed) {
    return Population.of(seed + 7_000, 60)
        .reports()
        .filter(report -> report.dose().source() == Services.SOURCE)
        .limit(15)
        .toList();
  }
}
