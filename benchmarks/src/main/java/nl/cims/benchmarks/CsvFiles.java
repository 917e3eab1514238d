// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import nl.cims.testkit.messages.CsvRows;
import nl.cims.testkit.people.Source;
import tools.jackson.databind.json.JsonMapper;

/// The scenario of an institution that sends its whole file, and waits until it was taken up.
final class CsvFiles {

  private static final Source PARTY = Source.CARE_HOME;
  private static final Duration PAUSE = Duration.ofMillis(50);

  private CsvFiles() {}

  /// One sender: the register takes files up one after the other.
  static List<Worker> workers(RunningDemo demo) throws InterruptedException {
    SSLContext tls = demo.tlsAs(PARTY.id());
    return List.of(
        new Sender(
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(tls).build(),
            demo.address("gateway"),
            Messages.token(PARTY, tls, demo.address("brokerMachines"))));
  }

  private record Sender(HttpClient client, URI gateway, String token) implements Worker {

    @Override
    public boolean once() throws IOException {
      BodyPublisher rows =
          BodyPublishers.ofInputStream(
              () -> new CsvRows("bench-" + UUID.randomUUID() + "-", Scenario.ROWS));
      HttpResponse<InputStream> answer =
          ask(request("/csv/v1/uploads").header("Content-Type", "text/csv").POST(rows));
      if (answer.statusCode() != 202) {
        return false;
      }
      String upload = answer.headers().firstValue("Location").orElseThrow();
      while (!isDone(upload)) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
      return true;
    }

    private boolean isDone(String upload) throws IOException {
      return JsonMapper.shared()
          .readTree(ask(request(upload)).body())
          .path("state")
          .asString("")
          .equals("done");
    }

    private HttpRequest.Builder request(String path) {
      return HttpRequest.newBuilder(gateway.resolve(path))
          .timeout(Duration.ofMinutes(2))
          .header("Accept", "application/json")
          .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<InputStream> ask(HttpRequest.Builder request) throws IOException {
      try {
        return client.send(request.build(), BodyHandlers.ofInputStream());
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IOException(interrupted);
      }
    }

    @Override
    public void close() {
      client.close();
    }
  }
}
