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
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import nl.cims.testkit.messages.Message;
import nl.cims.testkit.people.Source;
import tools.jackson.databind.json.JsonMapper;

/// The scenarios of a party that reports doses in messages, every one a new fact. They are about
/// people of the benchmark's own, who stay in the demo's register.
public final class Messages {

  private static final Source PARTY = Source.GGD_UTRECHT;

  private Messages() {}

  static List<Worker> workers(RunningDemo demo, Scenario scenario, int connections)
      throws InterruptedException {
    Kind kind =
        switch (scenario) {
          case BUNDLE ->
              new Kind("/fhir", Message.MEDIA_TYPE, 200, InventedDoses.bundles(PARTY)::next);
          case HL7 -> new Kind("/hl7v2", "application/hl7-v2", 200, InventedDoses.hl7(PARTY)::next);
          default ->
              new Kind(
                  "/fhir/Immunization",
                  Message.MEDIA_TYPE,
                  201,
                  InventedDoses.messages(PARTY)::next);
        };
    SSLContext tls = demo.tlsAs(PARTY.id());
    URI gateway = demo.address("gateway");
    String token = token(PARTY, tls, demo.address("brokerMachines"));
    List<Worker> workers = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      workers.add(new Sender(Wire.over(tls, gateway), gateway.getAuthority(), token, kind));
    }
    return workers;
  }

  /// One kind of message.
  ///
  /// @param status the answer to one that was taken
  private record Kind(String path, String mediaType, int status, Supplier<String> bodies) {}

  /// A token for this party, to report with.
  public static String token(Source party, SSLContext tls, URI broker) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(broker.resolve("/oauth2/token"))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "grant_type=client_credentials&scope=vaccination:report&client_id="
                        + party.id()))
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
    private final Kind kind;

    Sender(Wire wire, String host, String token, Kind kind) {
      this.wire = wire;
      this.kind = kind;
      this.head =
          """
          POST %s HTTP/1.1
          Host: %s
          Authorization: Bearer %s
          Content-Type: %s
          Accept: %s
          Content-Length:\s"""
              .formatted(kind.path, host, token, kind.mediaType, kind.mediaType)
              .replace("\n", "\r\n");
    }

    @Override
    public boolean once() throws IOException {
      String body = kind.bodies.get();
      String request = head + body.length() + "\r\n\r\n" + body;
      return wire.exchange(request.getBytes(StandardCharsets.US_ASCII)).status() == kind.status;
    }

    @Override
    public void close() throws IOException {
      wire.close();
    }
  }
}
