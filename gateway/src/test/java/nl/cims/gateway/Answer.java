// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.cims.contracts.problem.ProblemType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An HTTP/1.1 answer as it came over the wire.
record Answer(int status, List<String> headerLines, String text) {

  static Answer parse(byte[] wire) {
    String text = new String(wire, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    assertThat(end).as("an HTTP answer, not: " + text).isPositive();
    List<String> lines = text.substring(0, end).lines().toList();
    List<String> headers = lines.subList(1, lines.size());
    int status = Integer.parseInt(lines.getFirst().substring(9, 12));
    String rest = text.substring(end + 4);
    boolean chunked = new Answer(status, headers, "").header("transfer-encoding").equals("chunked");
    return new Answer(status, headers, utf8(chunked ? dechunk(rest) : rest));
  }

  List<String> headers(String name) {
    List<String> values = new ArrayList<>();
    for (String line : headerLines) {
      if (line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":")) {
        values.add(line.substring(name.length() + 1).strip());
      }
    }
    return values;
  }

  String header(String name) {
    return String.join(",", headers(name));
  }

  /// Asserts that this is a whole, well-formed problem of this type.
  Answer isProblem(ProblemType type) {
    assertThat(status).as(text).isEqualTo(type.status());
    assertThat(header("content-type")).isEqualTo(ProblemType.MEDIA_TYPE);
    JsonNode problem = JsonMapper.shared().readTree(text);
    assertThat(problem.propertyNames())
        .containsExactlyInAnyOrder("type", "title", "status", "detail", "instance");
    assertThat(problem.get("type").asString()).isEqualTo(type.uri());
    assertThat(problem.get("title").asString()).isEqualTo(type.title());
    assertThat(problem.get("status").asInt()).isEqualTo(type.status());
    assertThat(problem.get("detail").asString()).isNotBlank();
    assertThat(problem.get("instance").asString()).endsWith(header("x-request-id"));
    assertThat(header("cache-control")).isEqualTo("no-store");
    assertThat(header("x-content-type-options")).isEqualTo("nosniff");
    return this;
  }

  /// Asserts that the registry answered.
  Answer isFromTheRegistry() {
    assertThat(status).as(text).isEqualTo(200);
    assertThat(text).isEqualTo(StubRegistry.GREETING);
    return this;
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static String dechunk(String chunked) {
    StringBuilder whole = new StringBuilder();
    int at = 0;
    while (at < chunked.length()) {
      int lineEnd = chunked.indexOf("\r\n", at);
      int size = Integer.parseInt(chunked.substring(at, lineEnd).strip(), 16);
      whole.append(chunked, lineEnd + 2, lineEnd + 2 + size);
      at = lineEnd + 4 + size;
    }
    return whole.toString();
  }
}
