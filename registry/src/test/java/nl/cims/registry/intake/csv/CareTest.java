// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.cims.registry.intake.csv.Chunks.Waiting;
import org.junit.jupiter.api.Test;

/// How a failure is narrowed down to the row that causes it.
class CareTest {

  private static final UUID FILE = UUID.randomUUID();
  private static final UUID OTHER = UUID.randomUUID();
  private static final UUID CHUNK = UUID.randomUUID();

  private final Care care = new Care();

  @Test
  void takesAChunkAtOnceUntilItFails() {
    assertThat(attempt(FILE, waiting(CHUNK, 0))).hasSize(10);
    care.failed();
    assertThat(attempt(FILE, waiting(CHUNK, 0))).extracting(Row::number).containsExactly(2);
    assertThat(attempt(FILE, waiting(CHUNK, 1))).extracting(Row::number).containsExactly(3);
    assertThat(attempt(FILE, waiting(UUID.randomUUID(), 0))).hasSize(10);
  }

  @Test
  void givesUpOnlyARowOnWhichItFailedAgainAndAgain() {
    attempt(FILE, waiting(CHUNK, 0));
    care.failed();
    for (int i = 0; i < 6; i++) {
      assertThat(care.givesUp(FILE, waiting(CHUNK, 3))).isFalse();
      attempt(FILE, waiting(CHUNK, 3));
      assertThat(care.failed()).isEqualTo(i + 1);
    }
    assertThat(care.givesUp(FILE, waiting(CHUNK, 3))).isTrue();
    assertThat(care.givesUp(FILE, waiting(CHUNK, 4))).isFalse();
  }

  @Test
  void remembersTheTroubleOfEachFile() {
    for (int i = 0; i < 6; i++) {
      attempt(FILE, waiting(CHUNK, 3));
      care.failed();
      attempt(OTHER, waiting(UUID.randomUUID(), 0));
      care.failed();
    }
    assertThat(care.givesUp(FILE, waiting(CHUNK, 3))).isTrue();
    care.finished(FILE);
    assertThat(care.givesUp(FILE, waiting(CHUNK, 3))).isFalse();
  }

  @Test
  void blamesNoFileForAFailureBeforeOneWasChosen() {
    attempt(FILE, waiting(CHUNK, 0));
    care.looksAround();
    assertThat(care.file()).isEmpty();
    care.failed();
    assertThat(attempt(FILE, waiting(CHUNK, 0))).hasSize(10);
  }

  private List<Row> attempt(UUID file, Waiting waiting) {
    care.looksAround();
    care.begins(file);
    return care.portion(file, waiting);
  }

  private static Waiting waiting(UUID chunk, int done) {
    return new Waiting(
        chunk,
        done,
        IntStream.range(done, 10).mapToObj(i -> new Row(i + 2, List.of("x"))).toList());
  }
}
