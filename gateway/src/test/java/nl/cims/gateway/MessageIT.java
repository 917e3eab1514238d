// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import nl.cims.contracts.problem.ProblemType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessageIT {

  private static final String JSON = "application/fhir+json; charset=utf-8";
  private static final byte[] LARGEST = filled(Stage.LARGEST_MESSAGE);
  private static final byte[] TOO_LARGE = filled(Stage.LARGEST_MESSAGE + 1);
  private static Stage stage;

  @BeforeAll
  static void open() {
    stage = Stage.open();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @BeforeEach
  void forget() {
    stage.registry.reset();
  }

  @Test
  void passesTheLargestMessageUnchanged() throws IOException {
    post().body(JSON, LARGEST).send().isFromTheRegistry();
    StubRegistry.Seen announced = stage.registry.seen.remove();
    assertThat(announced.body()).isEqualTo(new String(LARGEST, StandardCharsets.US_ASCII));
    assertThat(announced.headers().getFirst("Content-Type")).isEqualTo(JSON);

    post().chunked(JSON, LARGEST, 1000).send().isFromTheRegistry();
    assertThat(stage.registry.seen.remove().body())
        .isEqualTo(new String(LARGEST, StandardCharsets.US_ASCII));
  }

  @Test
  void refusesOneByteMoreByItsAnnouncedLength() throws IOException {
    post().body(JSON, TOO_LARGE).send().isProblem(ProblemType.CONTENT_TOO_LARGE);
    assertThat(stage.registry.seen).isEmpty();
  }

  @Test
  void refusesOneByteMoreInChunks() throws IOException {
    post().chunked(JSON, TOO_LARGE, 1000).send().isProblem(ProblemType.CONTENT_TOO_LARGE);
    assertThat(stage.registry.seen).as("nothing whole reached the registry").isEmpty();
    aGoodOnePasses();
  }

  @Test
  void passesFilesThatAreLargerThanMessagesWhereFilesAreTaken() throws IOException {
    byte[] file = filled(Stage.LARGEST_FILE);
    upload().body("text/csv", file).send().isFromTheRegistry();
    assertThat(stage.registry.seen.remove().body()).hasSize(Stage.LARGEST_FILE);
    upload().chunked("text/csv", file, 1000).send().isFromTheRegistry();
    assertThat(stage.registry.seen.remove().body()).hasSize(Stage.LARGEST_FILE);

    byte[] larger = filled(Stage.LARGEST_FILE + 1);
    upload().body("text/csv", larger).send().isProblem(ProblemType.CONTENT_TOO_LARGE);
    upload().chunked("text/csv", larger, 1000).send().isProblem(ProblemType.CONTENT_TOO_LARGE);
    stage
        .call()
        .to("POST", "/csv/v1/dry-runs")
        .body("text/csv", file)
        .send()
        .isProblem(ProblemType.CONTENT_TOO_LARGE);
    assertThat(stage.registry.seen).isEmpty();
  }

  @Test
  void passesAFileOnBeforeItsSenderHasMadeTheRestOfIt() throws IOException {
    byte[] half = filled(2 * Stage.LARGEST_MESSAGE);
    upload()
        .inTwo("text/csv", half, MessageIT::mostOfAHalfArrived, half)
        .send()
        .isFromTheRegistry();
    assertThat(stage.registry.seen.remove().body()).hasSize(Stage.LARGEST_FILE);
  }

  private static void mostOfAHalfArrived() throws InterruptedException {
    int arrived = 0;
    while (arrived < Stage.LARGEST_MESSAGE) {
      arrived += stage.registry.pieces.take();
    }
  }

  @Test
  void refusesWithoutWaitingForTheBody() throws IOException {
    post()
        .header("Content-Type: " + JSON)
        .header("Content-Length: 1000000000")
        .header("Expect: 100-continue")
        .send()
        .isProblem(ProblemType.CONTENT_TOO_LARGE);
  }

  @Test
  void refusesACompressedMessage() throws IOException {
    post()
        .header("Content-Encoding: gzip")
        .body(JSON, new byte[] {31, -117, 8})
        .send()
        .isProblem(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    post().header("Content-Encoding: identity").body(JSON, LARGEST).send().isFromTheRegistry();
  }

  @Test
  void refusesBrokenChunks() throws IOException {
    post()
        .header("Transfer-Encoding: chunked")
        .rawBody("5\r\nabcde\r\nZZ\r\n".getBytes(StandardCharsets.US_ASCII))
        .send()
        .isProblem(ProblemType.MALFORMED_REQUEST);
    assertThat(stage.registry.seen).isEmpty();
    aGoodOnePasses();
  }

  @Test
  void refusesTwoLengthsForOneBody() throws IOException {
    post()
        .header("Content-Length: 2")
        .header("Content-Length: 3")
        .rawBody("{} ".getBytes(StandardCharsets.US_ASCII))
        .send()
        .isProblem(ProblemType.MALFORMED_REQUEST);
    assertThat(stage.registry.seen).isEmpty();
  }

  @Test
  void smugglesNoSecondRequest() throws IOException {
    byte[] wire =
        post()
            .header("Content-Length: 5")
            .header("Transfer-Encoding: chunked")
            .rawBody(
                "0\r\n\r\nGET /citizen/v1/dossier HTTP/1.1\r\nHost: localhost\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII))
            .sendForBytes();
    assertThat(new String(wire, StandardCharsets.ISO_8859_1).split("HTTP/1.1 ", -1))
        .as("one answer")
        .hasSize(2);
    assertThat(stage.registry.seen).noneMatch(seen -> seen.target().startsWith("/citizen"));
  }

  @Test
  void dropsABodyThatTheMethodGivesNoMeaning() throws IOException {
    stage.call().to("GET", "/fhir/metadata").body(JSON, LARGEST).send().isFromTheRegistry();
    assertThat(stage.registry.seen.remove().body()).isEmpty();
  }

  private static Call post() {
    return stage.call().to("POST", "/fhir");
  }

  private static Call upload() {
    return stage.call().to("POST", "/csv/v1/uploads");
  }

  private static void aGoodOnePasses() throws IOException {
    post().body(JSON, LARGEST).send().isFromTheRegistry();
  }

  private static byte[] filled(int size) {
    byte[] bytes = new byte[size];
    Arrays.fill(bytes, (byte) 'x');
    return bytes;
  }
}
