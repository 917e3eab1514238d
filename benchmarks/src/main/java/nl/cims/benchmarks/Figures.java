// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/// What was measured of one scenario; errors count in no other figure.
///
/// @param ratePerSecond successes per second, or the doses in them
/// @param p50 milliseconds within which half of them were done
/// @param p95 milliseconds for 95 %
/// @param p99 milliseconds for 99 %
/// @param errors how many did not come out as they should
record Figures(double ratePerSecond, double p50, double p95, double p99, long errors) {

  /// The same where each of them counts for as many.
  Figures times(int units) {
    return new Figures(ratePerSecond * units, p50, p95, p99, errors);
  }

  static Figures of(Histogram micros, long errors, Duration measured) {
    return new Figures(
        micros.getTotalCount() / (measured.toMillis() / 1000.0),
        micros.getValueAtPercentile(50) / 1000.0,
        micros.getValueAtPercentile(95) / 1000.0,
        micros.getValueAtPercentile(99) / 1000.0,
        errors);
  }
}
