// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A source that sends as much as it can takes half of the room, and no more.
class AdmissionTest {

  private final Admission admission =
      new Admission(new IntakeSettings(4, 2, Duration.ofMillis(50)));
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<Thread> working = new ArrayList<>();

  @AfterEach
  void letGo() throws InterruptedException {
    end.countDown();
    for (Thread each : working) {
      each.join();
    }
  }

  @Test
  void keepsHalfOfTheRoomFreeForOthers() throws InterruptedException {
    occupy("loud");
    occupy("loud");
    assertThatThrownBy(() -> admission.admit("loud", () -> "in")).isInstanceOf(IntakeBusy.class);
    assertThat(admission.<String>admit("quiet", () -> "in")).isEqualTo("in");
  }

  @Test
  void refusesEverybodyWhenAllIsTaken() throws InterruptedException {
    occupy("one");
    occupy("one");
    occupy("two");
    occupy("two");
    assertThatThrownBy(() -> admission.admit("three", () -> "in")).isInstanceOf(IntakeBusy.class);
  }

  @Test
  void givesRoomBackAlsoWhenTheWorkFails() {
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(
              () ->
                  admission.admit(
                      "one",
                      () -> {
                        throw new IllegalStateException("fails");
                      }))
          .hasMessage("fails");
    }
    assertThat(admission.<String>admit("one", () -> "in")).isEqualTo("in");
  }

  private void occupy(String source) throws InterruptedException {
    CountDownLatch in = new CountDownLatch(1);
    working.add(
        Thread.startVirtualThread(
            () ->
                admission.admit(
                    source,
                    () -> {
                      in.countDown();
                      try {
                        end.await();
                      } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                      }
                      return "out";
                    })));
    in.await();
  }
}
