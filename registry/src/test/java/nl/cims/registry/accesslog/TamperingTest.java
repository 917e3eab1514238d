// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import nl.cims.registry.accesslog.Evidence.Kept;
import nl.cims.registry.accesslog.Verification.Check;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Whoever owns the database, and even the key of the log, but not the witnesses, cannot change the
/// log unseen. `-Dtamperings=10000` tries more.
class TamperingTest {

  private static final int SIZE = 300;
  private static final int DEEDS = Integer.getInteger("tamperings", 500);
  private static final Set<Check> ALL = EnumSet.allOf(Check.class);
  private static final GeneratedLog LOG =
      GeneratedLog.of(SIZE, new Random(20261122), 120, 256, SIZE);

  @Test
  void anUntouchedLogIsWhatWasWritten() {
    assertThat(verify(LOG, ALL)).isEqualTo(SIZE);
    assertThat(verification(LOG, ALL, Instant.EPOCH).run(256)).isEqualTo(SIZE);
  }

  @Test
  void everyTamperingIsFound() {
    List<String> missed =
        IntStream.range(0, DEEDS)
            .parallel()
            .filter(
                seed -> !isFound(Tampering.values()[seed % Tampering.values().length], seed, ALL))
            .mapToObj(seed -> Tampering.values()[seed % Tampering.values().length] + " " + seed)
            .toList();
    assertThat(missed).isEmpty();
  }

  /// Negative control: a verification that leaves a check out misses what only that check finds.
  @ParameterizedTest
  @CsvSource({
    "CONTENT, EDIT",
    "CONTENT, EDIT_A_WAITING_ROW",
    "TILES, EDIT_A_TILE",
    "TILES, ADD_A_TILE",
    "SIGNATURES, EDIT_A_COSIGNATURE",
    "SIGNATURES, RESIGN_WITH_ANOTHER_KEY",
    "WITNESSES, EDIT_AND_RESIGN",
    "WITNESSES, FORK"
  })
  void negativeControlACheckThatIsLeftOutMissesOne(Check left, Tampering deed) {
    Set<Check> others = EnumSet.complementOf(EnumSet.of(left));
    assertThat(isFound(deed, 1, ALL)).isTrue();
    assertThat(isFound(deed, 1, others)).isFalse();
  }

  @Test
  void namesTheFirstRowThatWasChanged() {
    GeneratedLog tampered = LOG.copy();
    for (int place : new int[] {211, 123}) {
      Kept row = tampered.rows.get(place);
      tampered.rows.set(place, new Kept(place, row.leaf(), GeneratedLog.row(place, new Random(1))));
    }
    assertThatExceptionOfType(LogBroken.class)
        .isThrownBy(() -> verify(tampered, ALL))
        .withMessageContaining("Row 123 (id " + tampered.rows.get(123).row().id())
        .withMessageContaining("of 2026-11-01T08:02:03Z")
        .withMessageContaining("was changed");
  }

  @Test
  void namesTheRowsBetweenTwoCheckpointsWhereAllHashesWereMadeAnew() {
    GeneratedLog tampered = LOG.copy();
    Row other = GeneratedLog.row(200, new Random(2));
    tampered.rows.set(200, new Kept(200, Leaf.of(other), other));
    tampered.rebuild();
    tampered.resign();
    assertThatExceptionOfType(LogBroken.class)
        .isThrownBy(() -> verify(tampered, ALL))
        .withMessageContaining("the rows from 120 up to and including 255")
        .withMessageContaining("witness.example/one");
  }

  @Test
  void acceptsThatOldRowsAreGoneOnlyWhereAWitnessSawThemLongAgo() {
    GeneratedLog shortened = LOG.copy();
    shortened.rows.subList(0, 120).clear();
    Instant signed = GeneratedLog.START.plusSeconds(120);
    assertThatNoException()
        .isThrownBy(() -> verification(shortened, ALL, signed.plus(Duration.ofSeconds(1))).run(0));
    assertThatExceptionOfType(LogBroken.class)
        .isThrownBy(() -> verification(shortened, ALL, signed).run(0))
        .withMessageContaining("Row 0 is gone");
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.MATCH_ANY,
      names = {".*_RESIGN", "FORK"})
  void aStolenKeyOfTheLogDoesNotHelp(Tampering deed) {
    for (int seed = 0; seed < 20; seed++) {
      assertThat(isFound(deed, seed, ALL)).as("seed %d", seed).isTrue();
    }
  }

  private static boolean isFound(Tampering deed, int seed, Set<Check> checks) {
    GeneratedLog tampered = LOG.copy();
    deed.on(tampered, new Random(seed));
    try {
      verify(tampered, checks);
      return false;
    } catch (LogBroken found) {
      return true;
    }
  }

  private static long verify(GeneratedLog log, Set<Check> checks) {
    return verification(log, checks, Instant.EPOCH).run(0);
  }

  private static Verification verification(GeneratedLog log, Set<Check> checks, Instant keptSince) {
    return new Verification(log, List.of(LOG.key.open()), keptSince, checks, done -> {});
  }
}
