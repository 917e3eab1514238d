// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private final Turns turns = new Turns(1, Duration.ofMillis(100));

  @Test
  void letsNobodyInWhileAllTurnsAreTaken() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    CompletableFuture<?> first =
        CompletableFuture.supplyAsync(() -> turns.take(() -> held(begun, end)));
    begun.await();
    assertThat(turns.take(() -> "second")).isEmpty();
    end.countDown();
    assertThat(first.get()).isNotNull();
    assertThat(turns.take(() -> "third")).contains("third");
  }

  @Test
  void givesATurnBackAfterAFailure() {
    assertThatThrownBy(() -> turns.take(TurnsTest::failing))
        .isInstanceOf(IllegalStateException.class);
    assertThat(turns.take(() -> "next")).contains("next");
  }

  private static String failing() {
    throw new IllegalStateException("failed");
  }

  private static String held(CountDownLatch begun, CountDownLatch end) {
    begun.countDown();
    try {
      end.await();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    return "first";
  }
}
