// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A party that sends every ten seconds for four hours, while the broker is away for a part of
/// them.
class HeldTokenTest {

  private static final Duration LIFE = Duration.ofMinutes(60);
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final Duration SHIFT = Duration.ofHours(4);

  @Test
  void halfAnHourWithoutTheBrokerCostsNoMessageWheneverItBegins() throws InterruptedException {
    for (int minute = 1; minute < 180; minute++) {
      Sender party = new Sender(Duration.ofMinutes(minute), Duration.ofMinutes(30));
      assertThat(party.heldBack()).as("from minute %d on", minute).isZero();
    }
  }

  /// The control: the same party notices an outage that is longer, if it begins at the wrong time.
  @Test
  void threeQuartersOfAnHourDo() {
    assertThat(
            IntStream.range(1, 180)
                .map(
                    minute ->
                        new Sender(Duration.ofMinutes(minute), Duration.ofMinutes(45)).heldBack())
                .max()
                .orElseThrow())
        .isGreaterThan(80);
  }

  private static final class Sender extends Clock {

    private static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");

    private final Instant away;
    private final Instant back;
    private Instant now = MORNING;

    private Sender(Duration until, Duration outage) {
      this.away = MORNING.plus(until);
      this.back = away.plus(outage);
    }

    /// How many of its messages could not be sent.
    private int heldBack() {
      HeldToken token = new HeldToken(this::issue, this);
      int heldBack = 0;
      for (; now.isBefore(MORNING.plus(SHIFT)); now = now.plus(PAUSE)) {
        try {
          Instant end = Instant.parse(token.now());
          assertThat(now).as("a token that has ended is not sent").isBefore(end);
        } catch (CannotProceed noToken) {
          heldBack++;
        } catch (InterruptedException impossible) {
          throw new IllegalStateException(impossible);
        }
      }
      return heldBack;
    }

    private HeldToken.Issued issue() {
      if (!now.isBefore(away) && now.isBefore(back)) {
        throw new CannotProceed("The broker does not answer.");
      }
      return new HeldToken.Issued(now.plus(LIFE).toString(), LIFE);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
