// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import nl.cims.registry.RegistryProcess;
import nl.cims.registry.intake.csv.Sheet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A party that sends files, as the gateway passes them on.
public final class CsvParty {

  private static final RegistryProcess REGISTRY = RegistryProcess.running();
  private static final HttpClient GATEWAY = REGISTRY.clientAs("gateway");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String UPLOADS = "/csv/v1/uploads";

  private final String id;

  public CsvParty(String id) {
    this.id = id;
  }

  HttpResponse<String> post(String path, BodyPublisher file) {
    return REGISTRY.send(GATEWAY, request(path).header("Content-Type", "text/csv").POST(file));
  }

  HttpResponse<String> post(String path, String type, String body) {
    return REGISTRY.send(
        GATEWAY, request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
  }

  /// Begins to send a file, and sends no more than this.
  Socket begin(String path, String text) throws IOException {
    URI address = REGISTRY.address(path);
    Socket socket =
        GATEWAY.sslContext().getSocketFactory().createSocket(address.getHost(), address.getPort());
    String request =
        "POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: text/csv\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n"
            .formatted(path, REGISTRY.tokens().party(id), text.length(), text);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }

  HttpResponse<String> upload(String text) {
    return post(UPLOADS, BodyPublishers.ofByteArray(text.getBytes(StandardCharsets.UTF_8)));
  }

  HttpResponse<String> get(String path) {
    return REGISTRY.send(GATEWAY, request(path));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(REGISTRY.address(path))
        .header("Authorization", "Bearer " + REGISTRY.tokens().party(id));
  }

  /// Sends a file that must be taken.
  ///
  /// @return its address
  public String send(InputStream file) {
    HttpResponse<String> answer = post(UPLOADS, BodyPublishers.ofInputStream(() -> file));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  /// Sends a file, and waits until each of its rows has an outcome.
  Done sendAndWait(Sheet sheet) {
    return await(send(sheet.file()));
  }

  /// Waits until each row of a file has an outcome.
  public Done await(String upload) {
    JsonNode status = status(upload);
    while (!status.path("state").asString().equals("done")) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      status = status(upload);
    }
    return new Done(upload, status);
  }

  JsonNode status(String upload) {
    return JSON.readTree(get(upload).body());
  }

  List<String> result(String upload, String language) {
    return get(upload + "/result?language=" + language).body().lines().skip(1).toList();
  }

  /// A file of which each row has an outcome.
  ///
  /// @param address of the upload
  /// @param status what the register says of it
  public record Done(String address, JsonNode status) {

    /// How many rows had this outcome.
    public int count(String outcome) {
      return status.path("counts").path(outcome).asInt();
    }
  }
}
