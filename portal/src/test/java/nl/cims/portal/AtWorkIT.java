// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import nl.cims.pages.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// However many connections are open, no more requests are at work than was set; the others wait
/// for their turn and are answered.
class AtWorkIT {

  @TempDir Path directory;

  @Test
  void waitsWhileTheOnlyPlaceIsTaken() throws Exception {
    try (Rig rig = new Rig(directory, "--cims.portal.at-work=1");
        Socket slow = halfAForm(rig)) {
      AtomicReference<CompletableFuture<HttpResponse<String>>> page = new AtomicReference<>();
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                page.set(page(rig));
                return waits(page.get());
              });
      slow.getOutputStream().write("token=x".getBytes(StandardCharsets.US_ASCII));
      assertThat(page.get().get().statusCode()).isEqualTo(200);
    }
  }

  /// The negative control: with a second place nobody waits for the slow one.
  @Test
  void wouldNotWaitWithASecondPlace() throws Exception {
    try (Rig rig = new Rig(directory, "--cims.portal.at-work=2");
        Socket slow = halfAForm(rig)) {
      await()
          .during(Duration.ofSeconds(1))
          .atMost(Duration.ofSeconds(30))
          .until(() -> page(rig).get().statusCode() == 200);
      assertThat(slow.getInputStream().available()).as("it still is at work").isZero();
    }
  }

  /// That he would hold it otherwise, the first test shows.
  @Test
  void whoFallsSilentLosesHisPlace() throws Exception {
    try (Rig rig =
            new Rig(directory, "--cims.portal.at-work=1", "--server.tomcat.connection-timeout=1s");
        Socket silent = halfAForm(rig)) {
      await()
          .during(Duration.ofSeconds(2))
          .atMost(Duration.ofSeconds(60))
          .until(() -> !waits(page(rig)));
      assertThat(silent.getInputStream().read()).as("his connection has ended").isEqualTo(-1);
    }
  }

  /// Takes a place, until the rest comes.
  private static Socket halfAForm(Rig rig) throws IOException {
    Socket socket = new Socket(rig.address().getHost(), rig.address().getPort());
    socket
        .getOutputStream()
        .write(
            """
            POST /logout/broker HTTP/1.1\r
            Host: localhost\r
            Connection: close\r
            Content-Type: application/x-www-form-urlencoded\r
            Content-Length: 14\r
            \r
            logout_"""
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static boolean waits(CompletableFuture<HttpResponse<String>> page) throws Exception {
    try {
      page.get(1, TimeUnit.SECONDS);
      return false;
    } catch (TimeoutException unanswered) {
      return true;
    }
  }

  private static CompletableFuture<HttpResponse<String>> page(Rig rig) {
    return CompletableFuture.supplyAsync(
        () -> new Walker(rig).alone(PortalPage.CONTACT.address(Language.NL)));
  }
}
