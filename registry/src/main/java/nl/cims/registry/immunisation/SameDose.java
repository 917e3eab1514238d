// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.immunisation;

import static java.time.temporal.ChronoUnit.DAYS;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.cims.contracts.citizen.JoinRule;
import nl.cims.registry.catalogue.Product;
import nl.cims.registry.catalogue.Vaccines;
import nl.cims.vocabulary.PartialDate;

/// Whether the reports of two sources about one person speak of the same dose. It says so only
/// where two real doses cannot look like that: every window is far below the shortest interval of
/// any schedule, which is two weeks (`docs/adr/0009-one-dose-from-two-senders.md`).
final class SameDose {

  static final int DAYS_WITH_THE_SAME_BATCH = 3;
  static final int DAYS_WITHOUT_A_BATCH = 1;

  private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}]");

  private static final Pattern NO_BATCH = Pattern.compile("0*|NA|NVT|GEEN|ONBEKEND|NONE|UNKNOWN");

  private final Vaccines vaccines;

  SameDose(Vaccines vaccines) {
    this.vaccines = vaccines;
  }

  /// Why the two are one dose, or empty if they are two. Symmetric.
  Optional<JoinRule> rule(State one, State other) {
    long days = daysApart(one.occurredOn(), other.occurredOn());
    if (one.source().equals(other.source())
        || days > DAYS_WITH_THE_SAME_BATCH
        || !canBeTheSameVaccine(one.product(), other.product())
        || batchesContradict(one, other)) {
      return Optional.empty();
    }
    boolean wholeDates =
        one.occurredOn().exact().isPresent() && other.occurredOn().exact().isPresent();
    return wholeDates ? byDays(days, sameBatch(one, other)) : byPlace(days, one, other);
  }

  static boolean sameBatch(State one, State other) {
    String batch = batch(one);
    return !batch.isEmpty() && batch.equals(batch(other));
  }

  private static Optional<JoinRule> byDays(long days, boolean sameBatch) {
    if (days == 0) {
      return Optional.of(JoinRule.SAME_DAY);
    }
    if (sameBatch && days <= DAYS_WITH_THE_SAME_BATCH) {
      return Optional.of(JoinRule.SAME_BATCH);
    }
    return days <= DAYS_WITHOUT_A_BATCH ? Optional.of(JoinRule.NEXT_DAY) : Optional.empty();
  }

  /// A date without its day covers doses that are weeks apart, so that batch and place in the
  /// series have to tell them from each other.
  private static Optional<JoinRule> byPlace(long days, State one, State other) {
    return days == 0
            && sameBatch(one, other)
            && samePlace(one.circumstances().dose(), other.circumstances().dose())
        ? Optional.of(JoinRule.PARTIAL_DATE)
        : Optional.empty();
  }

  private boolean canBeTheSameVaccine(String product, String other) {
    if (product.equals(other)) {
      return true;
    }
    Optional<Product> known = vaccines.byId(product);
    Optional<Product> otherKnown = vaccines.byId(other);
    return known.isPresent() && otherKnown.isPresent() && known.get().canBe(otherKnown.get());
  }

  private static boolean batchesContradict(State one, State other) {
    String batch = batch(one);
    String otherBatch = batch(other);
    return !batch.isEmpty() && !otherBatch.isEmpty() && !batch.equals(otherBatch);
  }

  /// Senders write one batch as `EJ6796`, `ej 6796` and `EJ-6796`, and none at all as `n/a`.
  private static String batch(State state) {
    return state
        .batch()
        .map(it -> PUNCTUATION.matcher(it.value().toUpperCase(Locale.ROOT)).replaceAll(""))
        .filter(it -> !NO_BATCH.matcher(it).matches())
        .orElse("");
  }

  /// `2` and `2/3` are one place; what is no number is none.
  private static boolean samePlace(String dose, String other) {
    String place = dose.split("/", 2)[0];
    return place.matches("\\d+") && place.equals(other.split("/", 2)[0]);
  }

  /// Between the nearest days that the two dates can be; none if they can be the same day.
  private static long daysApart(PartialDate one, PartialDate other) {
    return Math.max(
        0,
        Math.max(
            DAYS.between(one.latest(), other.earliest()),
            DAYS.between(other.latest(), one.earliest())));
  }
}
