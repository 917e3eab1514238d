// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import nl.cims.testkit.certificates.CertificateAuthority;
import nl.cims.testkit.messages.Message;
import nl.cims.testkit.people.Source;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A vaccinating party at the door: asks the broker for a token with its certificate, and sends
/// messages through the gateway. Waits when it is told that it asks too much.
final class Party {

  /// The media type of HL7 v2.
  static final String HL7 = "application/hl7-v2";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Source source;
  private final int offset;
  private final SSLContext tls;
  private final HttpClient client;
  private final HeldToken token = new HeldToken(this::issue, Clock.systemUTC());

  Party(Source source, int offset, CertificateAuthority authority) {
    this.source = source;
    this.offset = offset;
    this.tls = authority.tlsAs(authority.issue(source.id()));
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(tls)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
  }

  Answer send(Message message) throws InterruptedException {
    return send(
        message.method(),
        message.path(),
        Message.MEDIA_TYPE,
        message.body().getBytes(StandardCharsets.UTF_8));
  }

  /// @param path below the gateway's address
  Answer send(String method, String path, String mediaType, byte[] body)
      throws InterruptedException {
    return Answer.of(
        ask(
            method,
            path,
            mediaType,
            mediaType.equals(HL7) ? HL7 : Message.MEDIA_TYPE,
            BodyPublishers.ofByteArray(body)));
  }

  /// Sends anything, and returns the answer as it is.
  ///
  /// @param accept the format of the answer
  HttpResponse<String> ask(
      String method, String path, String mediaType, String accept, BodyPublisher body)
      throws InterruptedException {
    URI address = URI.create(Deployable.GATEWAY.address(offset) + path);
    while (true) {
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .timeout(PATIENCE)
              .header("Authorization", "Bearer " + token.now())
              .header("Content-Type", mediaType)
              .header("Accept", accept)
              .method(method, body)
              .build();
      HttpResponse<String> response = exchange(request, Deployable.GATEWAY);
      if (response.statusCode() != 429) {
        return response;
      }
      long seconds = response.headers().firstValueAsLong("Retry-After").orElse(1);
      LockSupport.parkNanos(Duration.ofSeconds(seconds).toNanos());
    }
  }

  /// Sends HL7 v2 without a token: over MLLP the certificate is all.
  Answer sendOverMllp(byte[] message) {
    return new MllpLine(tls, Port.MLLP.shiftedBy(offset)).send(message);
  }

  private HeldToken.Issued issue() throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(Settings.brokerMachines(offset) + "/oauth2/token"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "grant_type=client_credentials&scope=vaccination:report&client_id="
                        + source.id()))
            .build();
    HttpResponse<String> response = exchange(request, Deployable.BROKER);
    if (response.statusCode() != 200) {
      throw new CannotProceed(
          "The broker gives %s no token (status %d)."
              .formatted(source.id(), response.statusCode()));
    }
    JsonNode answer = JSON.readTree(response.body());
    return new HeldToken.Issued(
        answer.at("/access_token").asString(),
        Duration.ofSeconds(answer.at("/expires_in").asLong(60)));
  }

  private HttpResponse<String> exchange(HttpRequest request, Deployable to)
      throws InterruptedException {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException unreachable) {
      throw new CannotProceed(
          "The %s does not answer; ./cims status tells whether it runs.".formatted(to.title()),
          unreachable);
    }
  }
}
