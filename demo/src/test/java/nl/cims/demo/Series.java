// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What somebody gets who asks the same again and again.
///
/// @param statuses what he was answered; 0 is no answer at all
/// @param took how long each took
record Series(List<Integer> statuses, List<Duration> took) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// Asks so often, one after another.
  static Series of(int times, HttpClient http, HttpRequest.Builder request)
      throws InterruptedException {
    HttpRequest asked = request.timeout(PATIENCE).build();
    List<Integer> statuses = new ArrayList<>();
    List<Duration> took = new ArrayList<>();
    for (int time = 0; time < times; time++) {
      long began = System.nanoTime();
      statuses.add(status(http, asked));
      took.add(Duration.ofNanos(System.nanoTime() - began));
    }
    return new Series(statuses, took.stream().sorted().toList());
  }

  private static int status(HttpClient http, HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException unanswered) {
      return 0;
    }
  }

  /// How long so many of a hundred took at most.
  Duration of(int percent) {
    return took.get(Math.min(took.size() - 1, took.size() * percent / 100));
  }

  private long good() {
    return statuses.stream().filter(status -> status == 200).count();
  }

  @Override
  public String toString() {
    return "%d of %d, p50 %d ms, p99 %d ms"
        .formatted(good(), statuses.size(), of(50).toMillis(), of(99).toMillis());
  }
}
