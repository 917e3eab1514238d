// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import nl.cims.testkit.messages.Message;
import nl.cims.testkit.people.Source;
import tools.jackson.databind.json.JsonMapper;

/// The scenario of a party that reports doses one by one, every one a new fact. They are about
/// people of the benchmark's own, who stay in the demo's register.
final class Messages {

  private static final Source PARTY = Source.GGD_UTRECHT;

  private Messages() {}

  static List<Worker> workers(RunningDemo demo, int connections) throws InterruptedException {
    SSLContext tls = demo.tlsAs(PARTY.id());
    URI gateway = demo.address("gateway");
    String token = token(tls, demo.address("brokerMachines"));
    InventedDoses doses = new InventedDoses(PARTY);
    List<Worker> workers = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      workers.add(new Sender(Wire.over(tls, gateway), gateway.getAuthority(), token, doses));
    }
    return workers;
  }

  private static String token(SSLContext tls, URI broker) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(broker.resolve("/oauth2/token"))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "grant_type=client_credentials&scope=vaccination:report&client_id="
                        + PARTY.id()))
            .build();
    try (HttpClient client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(tls).build()) {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new CannotMeasure(
            "The broker gives no token (status %d).".formatted(answer.statusCode()));
      }
      return JsonMapper.shared().readTree(answer.body()).at("/access_token").asString();
    } catch (IOException unreachable) {
      throw new CannotMeasure(
          "The broker does not answer; ./cims status tells whether it runs.", unreachable);
    }
  }

  private static final class Sender implements Worker {
    private final Wire wire;
    private final String head;
    private final InventedDoses doses;

    Sender(Wire wire, String host, String token, InventedDoses doses) {
      this.wire = wire;
      this.doses = doses;
      this.head =
          """
          POST %s HTTP/1.1
          Host: %s
          Authorization: Bearer %s
          Content-Type: %s
          Accept: %s
          Content-Length:\s"""
              .formatted(InventedDoses.PATH, host, token, Message.MEDIA_TYPE, Message.MEDIA_TYPE)
              .replace("\n", "\r\n");
    }

    @Override
    public boolean once() throws IOException {
      String body = doses.next();
      String request = head + body.length() + "\r\n\r\n" + body;
      return wire.exchange(request.getBytes(StandardCharsets.US_ASCII)).status() == 201;
    }

    @Override
    public void close() throws IOException {
      wire.close();
    }
  }
}
