// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sends a CSV file, waits until each of its rows has an outcome, and prints what became of them.
final class CsvPost {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String UPLOADS = "/csv/v1/uploads";
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int MOST_LINES = 20;
  private static final List<String> GOOD = List.of("recorded", "duplicate");
  private static final List<String> BAD = List.of("parked", "quarantined", "refused");

  private final Party party;
  private final Consumer<String> out;

  CsvPost(Party party, Consumer<String> out) {
    this.party = party;
    this.out = out;
  }

  /// @return whether every row counts
  boolean send(Path file) throws InterruptedException {
    if (!Files.isReadable(file)) {
      out.accept("%s: cannot be read".formatted(file));
      return false;
    }
    HttpResponse<String> answer;
    try {
      answer =
          party.ask(
              "POST",
              UPLOADS + "?language=en",
              "text/csv",
              "application/json",
              BodyPublishers.ofFile(file));
    } catch (IOException gone) {
      out.accept("%s: cannot be read".formatted(file));
      return false;
    }
    if (answer.statusCode() != 202) {
      out.accept("%s: refused (%d)".formatted(file, answer.statusCode()));
      Answer.of(answer).lines().forEach(line -> out.accept("  " + line));
      return false;
    }
    return tell(file, finished(answer.headers().firstValue("Location").orElseThrow()));
  }

  private JsonNode finished(String upload) throws InterruptedException {
    JsonNode status = JSON.readTree(get(upload));
    while (!status.path("state").asString("").equals("done")) {
      LockSupport.parkNanos(PAUSE.toNanos());
      status = JSON.readTree(get(upload));
    }
    return status;
  }

  private boolean tell(Path file, JsonNode status) throws InterruptedException {
    JsonNode counts = status.path("counts");
    out.accept(
        "%s: %d rows, receipt %s"
            .formatted(file, counts.path("received").asInt(), status.path("receipt").asString()));
    GOOD.forEach(each -> out.accept("  %s: %d".formatted(each, counts.path(each).asInt())));
    BAD.forEach(each -> out.accept("  %s: %d".formatted(each, counts.path(each).asInt())));
    String result = status.path("result").asString();
    get(result + "?language=en")
        .lines()
        .skip(1)
        .filter(line -> !line.matches("\\d+;(recorded|already known);[^;]*;"))
        .limit(MOST_LINES)
        .forEach(line -> out.accept("  row " + line));
    return BAD.stream().allMatch(each -> counts.path(each).asInt() == 0);
  }

  private String get(String path) throws InterruptedException {
    return party
        .ask("GET", path, "application/json", "application/json, text/csv", BodyPublishers.noBody())
        .body();
  }
}
