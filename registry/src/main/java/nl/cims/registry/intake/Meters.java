// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import nl.cims.registry.intake.Ledger.Account;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What can be watched of intake from outside, renewed every minute: `cims.intake.reports` by
/// source, channel and account (`received` is the sum of all others), `cims.intake.silence`
/// (seconds since something came, by source and channel) and `cims.intake.unaccounted` (reports
/// that were received and are in no account: 0, or we have a fault).
@Component
class Meters {

  private final Balances balances;
  private final Clock clock;
  private final MultiGauge reports;
  private final MultiGauge silence;
  private final MultiGauge unaccounted;

  Meters(Balances balances, MeterRegistry registry, Clock clock) {
    this.balances = balances;
    this.clock = clock;
    this.reports = MultiGauge.builder("cims.intake.reports").register(registry);
    this.silence = MultiGauge.builder("cims.intake.silence").baseUnit("seconds").register(registry);
    this.unaccounted = MultiGauge.builder("cims.intake.unaccounted").register(registry);
  }

  @Scheduled(fixedDelayString = "PT1M")
  void look() {
    try {
      renew();
    } catch (DataAccessException away) {
      // The health endpoint says so; the figures are those of before.
    }
  }

  void renew() {
    List<Balance> all = balances.renew();
    Instant at = clock.instant();
    reports.register(all.stream().flatMap(Meters::accounts).toList(), true);
    silence.register(
        all.stream().map(it -> row(it, Duration.between(it.latest(), at).toSeconds())).toList(),
        true);
    unaccounted.register(all.stream().map(it -> row(it, it.unaccounted())).toList(), true);
  }

  private static Stream<MultiGauge.Row<?>> accounts(Balance balance) {
    Map<Account, Long> amounts =
        Map.of(
            Account.APPLIED, balance.applied(),
            Account.DUPLICATE, balance.duplicate(),
            Account.PARKED, balance.parked(),
            Account.QUARANTINED, balance.quarantined(),
            Account.REFUSED, balance.refused(),
            Account.PENDING, balance.pending());
    return Stream.concat(
        Stream.of(MultiGauge.Row.of(tags(balance).and("account", "received"), balance.received())),
        amounts.entrySet().stream()
            .map(
                it ->
                    MultiGauge.Row.of(
                        tags(balance).and("account", it.getKey().name().toLowerCase(Locale.ROOT)),
                        it.getValue())));
  }

  private static MultiGauge.Row<?> row(Balance balance, long value) {
    return MultiGauge.Row.of(tags(balance), value);
  }

  private static Tags tags(Balance balance) {
    return Tags.of("source", balance.source(), "channel", balance.channel().name());
  }
}
