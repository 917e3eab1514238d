// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import nl.cims.registry.intake.coronit.Coupling.Step;
import org.junit.jupiter.api.Test;

/// The nightly comparison finds what the pull cannot see.
class ComparisonIT {

  private final Ggds ggds = Ggds.fresh();

  @Test
  void findsAThousandHiddenDeletesAndSilentEdits() {
    List<Long> doses = new ArrayList<>(ggds.enter(3000));
    try (Puller puller = ggds.puller()) {
      puller.run();
      Collections.shuffle(doses, new Random(1));
      ggds.desk(
          desk -> {
            for (long dose : doses.subList(0, 1000)) {
              desk.erase(dose);
            }
            for (long dose : doses.subList(1000, 1050)) {
              desk.correctSilently(dose, ggds.prefix + "S" + dose);
            }
            return 1;
          });
      puller.run();
      // Negative control: without the comparison they stay hidden.
      assertThat(ggds.registered()).hasSize(3000).isNotEqualTo(ggds.standing());
      puller.compare();
    }
    assertThat(ggds.registered()).isEqualTo(ggds.standing()).hasSize(2000);
    assertThat(ggds.condition()).isEqualTo("WELL ");
  }

  @Test
  void fetchesOnlyBucketsThatDiffer() {
    List<Long> doses = ggds.enter(1000);
    try (Puller puller = ggds.puller()) {
      puller.run();
      assertThat(puller.comparison().run()).isZero();
      ggds.desk(
          desk -> {
            desk.correctSilently(doses.get(250), ggds.prefix + "S");
            return 1;
          });
      assertThat(puller.comparison().run()).isEqualTo(1);
    }
    assertThat(ggds.registered()).isEqualTo(ggds.standing());
    assertThat(ggds.states()).isEqualTo(1001);
  }

  @Test
  void bringsARowBackThatWasGone() {
    long dose = ggds.enter(1).getFirst();
    try (Puller puller = ggds.puller()) {
      puller.run();
      ggds.database.run("CREATE TABLE coronit.kopie AS SELECT * FROM coronit.prik");
      ggds.database.run("DELETE FROM coronit.prik");
      puller.compare();
      assertThat(ggds.registered()).isEmpty();
      puller.compare();
      ggds.database.run("INSERT INTO coronit.prik OVERRIDING SYSTEM VALUE TABLE coronit.kopie");
      puller.compare();
    }
    assertThat(ggds.registered()).isEqualTo(ggds.standing()).hasSize(1);
    assertThat(ggds.mark(dose).life()).isEqualTo(2);
  }

  @Test
  void withdrawsNothingWhenMoreIsGoneThanCanBeRight() {
    ggds.enter(300);
    try (Puller puller = ggds.puller(ggds.settings(Ggds.SOURCE, Duration.ofMinutes(15), 100))) {
      puller.run();
      ggds.database.run("CREATE TABLE coronit.kopie AS SELECT * FROM coronit.prik");
      ggds.database.run("DELETE FROM coronit.prik");
      puller.compare();
      assertThat(ggds.condition()).startsWith("TOO_MUCH_GONE 300 rows are gone");
      assertThat(ggds.registered()).hasSize(300);
      assertThat(puller.run()).isEqualTo(Step.UP_TO_DATE);
      assertThat(ggds.condition()).startsWith("TOO_MUCH_GONE");
      ggds.database.run("INSERT INTO coronit.prik OVERRIDING SYSTEM VALUE TABLE coronit.kopie");
      puller.compare();
      assertThat(ggds.condition()).isEqualTo("WELL ");
    }
    assertThat(ggds.registered()).hasSize(300);
    assertThat(ggds.states()).isEqualTo(300);
  }

  @Test
  void takesWhatThePullHasNotReachedYet() {
    ggds.enter(40);
    try (Puller puller = ggds.puller()) {
      puller.compare();
      assertThat(ggds.registered()).isEqualTo(ggds.standing()).hasSize(40);
      puller.run();
    }
    assertThat(ggds.states()).isEqualTo(40);
  }
}
