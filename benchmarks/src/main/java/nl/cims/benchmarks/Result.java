// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// One line of the table.
///
/// @param scenario which it is
/// @param figures what was measured
/// @param ratio its rate divided by its floor's
record Result(Scenario scenario, Figures figures, double ratio) {

  private static final String FORMAT = "%-16s %10s %9s %9s %9s %8s  %-16s %7s%n";

  /// The results as JSON: a list of flat objects.
  static String json(List<Result> results) {
    return JsonMapper.shared()
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(results.stream().map(Result::fields).toList());
  }

  /// The results for people.
  static String table(List<Result> results) {
    StringBuilder table =
        new StringBuilder(
            FORMAT.formatted(
                "scenario", "rate/s", "p50 ms", "p95 ms", "p99 ms", "errors", "floor", "ratio"));
    for (Result result : results) {
      Figures measured = result.figures;
      table.append(
          FORMAT.formatted(
              result.scenario.title(),
              decimals(measured.ratePerSecond(), 1),
              decimals(measured.p50(), 2),
              decimals(measured.p95(), 2),
              decimals(measured.p99(), 2),
              measured.errors(),
              result.scenario.floor().title(),
              decimals(result.ratio, 3)));
    }
    return table.toString();
  }

  private Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("scenario", scenario.title());
    fields.put("rate_per_s", rounded(figures.ratePerSecond()));
    fields.put("p50_ms", rounded(figures.p50()));
    fields.put("p95_ms", rounded(figures.p95()));
    fields.put("p99_ms", rounded(figures.p99()));
    fields.put("errors", figures.errors());
    fields.put("floor", scenario.floor().title());
    fields.put("ratio", Math.round(ratio * 10_000) / 10_000.0);
    return fields;
  }

  private static double rounded(double figure) {
    return Math.round(figure * 1000) / 1000.0;
  }

  private static String decimals(double figure, int places) {
    return String.format(Locale.ROOT, "%." + places + "f", figure);
  }
}
