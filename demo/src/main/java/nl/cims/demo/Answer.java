// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the gateway or the registry answered to a message.
///
/// @param status of the whole
/// @param verdict what became of it; of a Bundle, of the entry that fared worst
/// @param lines outcome and receipt, or what is wrong, one line each
record Answer(int status, Verdict verdict, List<String> lines) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// What became of a message, the best first.
  enum Verdict {
    ACCEPTED,
    /// Kept, but it does not count until it is repaired.
    QUARANTINED,
    REFUSED;

    static Verdict of(int status) {
      return status == 202 ? QUARANTINED : status >= 200 && status < 300 ? ACCEPTED : REFUSED;
    }

    Verdict orWorse(Verdict other) {
      return compareTo(other) >= 0 ? this : other;
    }
  }

  Answer {
    lines = List.copyOf(lines);
  }

  static Answer of(HttpResponse<String> response) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    return type.startsWith(Party.HL7)
        ? Acknowledgements.read(response.statusCode(), response.body())
        : of(response.statusCode(), response.headers().firstValue("Location"), response.body());
  }

  static Answer of(int status, Optional<String> location, String body) {
    JsonNode answer = parsed(body);
    List<String> lines = new ArrayList<>();
    location.ifPresent(where -> lines.add("registered as " + where));
    Verdict verdict = Verdict.of(status);
    for (JsonNode entry : answer.path("entry")) {
      JsonNode response = entry.path("response");
      String word = response.path("status").asString("");
      String where = response.path("location").asString("");
      verdict = verdict.orWorse(Verdict.of(statusIn(word)));
      if (!where.isEmpty() || !word.startsWith("2")) {
        lines.add(joined("  ", word, where, diagnostics(response)));
      }
    }
    lines.addAll(issues(answer));
    problem(answer).ifPresent(lines::add);
    return new Answer(status, verdict, lines);
  }

  boolean accepted() {
    return verdict == Verdict.ACCEPTED;
  }

  private static int statusIn(String word) {
    return word.matches("\\d{3}.*") ? Integer.parseInt(word.substring(0, 3)) : 0;
  }

  private static String diagnostics(JsonNode response) {
    return String.join("; ", issues(response.path("outcome")));
  }

  private static List<String> issues(JsonNode outcome) {
    return StreamSupport.stream(outcome.path("issue").spliterator(), false)
        .map(
            issue ->
                joined(
                    ": ",
                    issue.at("/expression/0").asString(""),
                    issue.at("/details/text").asString(""),
                    issue.path("diagnostics").asString("")))
        .toList();
  }

  private static Optional<String> problem(JsonNode answer) {
    return answer.has("title")
        ? Optional.of(
            joined(": ", answer.path("title").asString(""), answer.path("detail").asString("")))
        : Optional.empty();
  }

  private static String joined(String by, String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(by));
  }

  private static JsonNode parsed(String body) {
    try {
      return body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
    } catch (JacksonException noJson) {
      return JSON.createObjectNode();
    }
  }
}
