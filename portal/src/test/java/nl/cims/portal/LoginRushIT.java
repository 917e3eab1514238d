// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.cims.pages.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Very many who log in at once: the broker gets what it can take, the others a place in a queue,
/// and whoever is logged in notices nothing. `-Dcims.rush=10000` asks for more than the default.
class LoginRushIT {

  private static final int PEOPLE = Integer.getInteger("cims.rush", 300);
  private static final int AHEAD = 20;
  private static final int LOOKS = 50;

  @TempDir Path directory;
  private Rig rig;
  private Walker inside;

  @BeforeEach
  void start() throws Exception {
    rig =
        new Rig(
            directory, "--cims.portal.login.per-second=5", "--cims.portal.login.ahead=" + AHEAD);
    inside = new Walker(rig);
    assertThat(inside.logIn().statusCode()).isEqualTo(200);
    warmUp();
  }

  /// A portal that has just started is slow at first; that is not what is looked at here.
  private void warmUp() {
    for (int look = 0; look < LOOKS; look++) {
      inside.get(PortalPage.RECORD.address(Language.NL));
      inside.alone(PortalPage.CONTACT.address(Language.NL));
    }
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void waitTheirTurnWhileOpenSessionsAndPublicPagesGoOn() throws Exception {
    long began = System.nanoTime();
    Rush rush = rush();
    double seconds = (System.nanoTime() - began) / 1e9;

    assertThat(rush.logins).as("nobody gets an error").allMatch(it -> it.statusCode() < 400);
    long sent = rush.logins.stream().filter(it -> it.statusCode() == 302).count();
    assertThat(sent).isBetween((long) AHEAD - 1, (long) (AHEAD + 5 * seconds + 1));
    List<HttpResponse<String>> waiting =
        rush.logins.stream().filter(it -> it.statusCode() == 200).toList();
    assertThat(waiting).hasSize(PEOPLE - (int) sent);
    assertThat(waiting)
        .allSatisfy(
            page -> {
              assertThat(page.body()).contains("U wacht op uw beurt", "in de rij", "030 - 123");
              assertThat(page.headers().firstValue("Refresh")).hasValue("10");
              assertThat(page.headers().firstValue("Connection")).hasValue("close");
              assertThat(page.headers().allValues("Set-Cookie"))
                  .singleElement()
                  .asString()
                  .startsWith("__Host-turn=");
            });
    assertThat(rush.others).hasSize(2 * LOOKS).allMatch(it -> it.statusCode() == 200);
  }

  /// The negative control: without a pace, everybody is sent to the broker at once.
  @Test
  void wouldAllBeSentWithoutAPace() throws Exception {
    rig.close();
    rig = new Rig(directory.resolve("open"), "--cims.portal.login.ahead=1000000");
    inside = new Walker(rig);
    inside.logIn();
    assertThat(rush().logins).allMatch(it -> it.statusCode() == 302);
  }

  @Test
  void hearThatItIsNotPossibleWhileTheBrokerIsDead() throws Exception {
    rig.broker.back().stop();
    Walker somebody = new Walker(rig);
    for (int look = 0; look < 20 && somebody.get("/nl/inloggen").statusCode() != 503; look++) {
      java.util.concurrent.locks.LockSupport.parkNanos(500_000_000L);
    }
    warmUp();
    Rush rush = rush();
    assertThat(rush.logins)
        .allMatch(it -> it.statusCode() == 503)
        .allMatch(it -> it.body().contains("Inloggen lukt nu niet"));
    assertThat(rush.others).hasSize(2 * LOOKS).allMatch(it -> it.statusCode() == 200);
  }

  private record Rush(List<HttpResponse<String>> logins, List<HttpResponse<String>> others) {}

  /// Everybody logs in, while one reads his own pages and another the public ones.
  private Rush rush() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Walker public_ = new Walker(rig);
      Future<List<HttpResponse<String>>> own =
          threads.submit(looking(inside, PortalPage.RECORD.address(Language.NL)));
      Future<List<HttpResponse<String>>> all =
          threads.submit(looking(public_, PortalPage.CONTACT.address(Language.NL)));
      Walker crowd = new Walker(rig);
      List<Future<HttpResponse<String>>> asked = new ArrayList<>();
      for (int person = 0; person < PEOPLE; person++) {
        asked.add(threads.submit(() -> crowd.alone("/nl/inloggen")));
      }
      List<HttpResponse<String>> answers = new ArrayList<>();
      for (Future<HttpResponse<String>> answer : asked) {
        answers.add(answer.get());
      }
      List<HttpResponse<String>> others = new ArrayList<>(own.get());
      others.addAll(all.get());
      return new Rush(answers, others);
    }
  }

  private static Callable<List<HttpResponse<String>>> looking(Walker walker, String path) {
    return () -> {
      List<HttpResponse<String>> answers = new ArrayList<>();
      for (int look = 0; look < LOOKS; look++) {
        answers.add(walker.get(path));
      }
      return answers;
    };
  }
}
