// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the gateway or the registry answered to a message.
///
/// @param status of the whole
/// @param accepted whether every vaccination in it is accepted
/// @param lines outcome and receipt, or what is wrong, one line each
record Answer(int status, boolean accepted, List<String> lines) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  Answer {
    lines = List.copyOf(lines);
  }

  static Answer of(HttpResponse<String> response) {
    return of(response.statusCode(), response.headers().firstValue("Location"), response.body());
  }

  static Answer of(int status, Optional<String> location, String body) {
    boolean success = status >= 200 && status < 300;
    JsonNode answer = parsed(body);
    List<String> lines = new ArrayList<>();
    location.ifPresent(where -> lines.add("registered as " + where));
    boolean accepted = success;
    for (JsonNode entry : answer.path("entry")) {
      JsonNode response = entry.path("response");
      String word = response.path("status").asString("");
      accepted &= word.startsWith("2");
      lines.add(
          Stream.of(word, response.path("location").asString(""), diagnostics(response))
              .filter(part -> !part.isEmpty())
              .reduce((one, next) -> one + "  " + next)
              .orElse(""));
    }
    lines.addAll(issues(answer));
    problem(answer).ifPresent(lines::add);
    return new Answer(status, accepted, lines);
  }

  private static String diagnostics(JsonNode response) {
    return String.join("; ", issues(response.path("outcome")));
  }

  private static List<String> issues(JsonNode outcome) {
    return StreamSupport.stream(outcome.path("issue").spliterator(), false)
        .map(Answer::issue)
        .toList();
  }

  private static String issue(JsonNode issue) {
    String where = issue.at("/expression/0").asString("");
    String what = issue.at("/details/text").asString("");
    String more = issue.path("diagnostics").asString("");
    return Stream.of(where, what, more)
        .filter(part -> !part.isEmpty())
        .distinct()
        .reduce((one, next) -> one + ": " + next)
        .orElse("");
  }

  private static Optional<String> problem(JsonNode answer) {
    return answer.has("title")
        ? Optional.of(answer.path("title").asString("") + ": " + answer.path("detail").asString(""))
        : Optional.empty();
  }

  private static JsonNode parsed(String body) {
    try {
      return body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
    } catch (JacksonException noJson) {
      return JSON.createObjectNode();
    }
  }
}
