// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import nl.cims.portal.overview.SealKeys.Found;
import nl.cims.portal.overview.SealKeys.Found.Nothing;
import org.junit.jupiter.api.Test;

class SealKeysTest {

  private final Sealer sealer = new Sealer();
  private final Sealer next = new Sealer();
  private Optional<JWKSet> served = Optional.of(sealer.keySet());
  private int asked;
  private Instant now = Instant.parse("2026-11-20T09:15:00Z");
  private final InstantSource time = () -> now;
  private final SealKeys keys =
      new SealKeys(
          () -> {
            asked++;
            return served;
          },
          time.withZone(ZoneOffset.UTC));

  SealKeysTest() throws JOSEException {}

  @Test
  void asksOnceForSomeMinutes() {
    for (int i = 0; i < 5; i++) {
      assertThat(keys.find(sealer.keyName())).isInstanceOf(Found.Key.class);
    }
    assertThat(asked).isEqualTo(1);
    later(SealKeys.FRESH);
    assertThat(keys.find(sealer.keyName())).isInstanceOf(Found.Key.class);
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void forgetsAKeyThatIsNotServedAnyMore() {
    keys.find(sealer.keyName());
    served = Optional.of(next.keySet());
    later(SealKeys.FRESH);
    assertThat(keys.find(sealer.keyName())).isEqualTo(Nothing.UNKNOWN);
  }

  @Test
  void asksForANewKeyAtMostOnceAMinute() {
    keys.find(sealer.keyName());
    served = Optional.of(next.keySet());
    for (int i = 0; i < 100; i++) {
      assertThat(keys.find("anything " + i)).isEqualTo(Nothing.UNKNOWN);
    }
    assertThat(asked).isEqualTo(1);
    later(SealKeys.PAUSE);
    assertThat(keys.find(next.keyName())).isInstanceOf(Found.Key.class);
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void keepsWhatItHasThroughAnOutage() {
    keys.find(sealer.keyName());
    served = Optional.empty();
    for (int hour = 0; hour < 24; hour++) {
      later(Duration.ofHours(1));
      assertThat(keys.find(sealer.keyName())).isInstanceOf(Found.Key.class);
    }
    assertThat(asked).isEqualTo(25);
    assertThat(keys.find(next.keyName())).isEqualTo(Nothing.UNREACHABLE);
  }

  @Test
  void saysThatItCannotTellUntilTheFirstAnswer() {
    served = Optional.empty();
    assertThat(keys.find(sealer.keyName())).isEqualTo(Nothing.UNREACHABLE);
    assertThat(keys.find(sealer.keyName())).isEqualTo(Nothing.UNREACHABLE);
    assertThat(asked).isEqualTo(1);
    served = Optional.of(sealer.keySet());
    later(SealKeys.PAUSE_AFTER_FAILURE);
    assertThat(keys.find(sealer.keyName())).isInstanceOf(Found.Key.class);
  }

  private void later(Duration time) {
    now = now.plus(time);
  }
}
