// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.immunisation;

import static java.time.temporal.ChronoUnit.DAYS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nl.cims.contracts.citizen.JoinRule;
import nl.cims.registry.catalogue.Product;
import nl.cims.registry.catalogue.Vaccines;

/// Puts the reports about one person together into doses. Of one dose are only reports of which
/// every two are the same dose by [SameDose] and were not parted by staff, so that a chain of near
/// dates never reaches further than one window. The closest pair is joined first. A pure function:
/// the order in which the reports came plays no part.
final class Joining {

  /// By what a report says. The id decides only between reports of one source that say the same.
  private static final Comparator<Report> BY_CONTENT =
      Comparator.comparing((Report it) -> it.state.occurredOn())
          .thenComparing(it -> it.state.product())
          .thenComparing(it -> it.state.source())
          .thenComparing(it -> it.state.batch().map(Object::toString).orElse(""))
          .thenComparing(it -> it.state.circumstances().dose())
          .thenComparing(it -> it.state.dose().value());

  private static final Comparator<Pair> CLOSEST_FIRST =
      Comparator.comparing(Pair::rule)
          .thenComparingLong(Pair::days)
          .thenComparing(pair -> !pair.sameBatch())
          .thenComparing(pair -> !pair.sameProduct())
          .thenComparingInt(Pair::one)
          .thenComparingInt(Pair::other);

  private final Vaccines vaccines;
  private final SameDose sameDose;

  Joining(Vaccines vaccines) {
    this.vaccines = vaccines;
    this.sameDose = new SameDose(vaccines);
  }

  /// What a source reported of a dose, and from which other doses staff have parted it.
  record Report(State state, Set<DoseId> partedFrom) {}

  /// Two reports that can be one dose, by their places in the order of their content.
  private record Pair(
      int one, int other, JoinRule rule, long days, boolean sameBatch, boolean sameProduct) {}

  /// The doses, newest first.
  List<Vaccination> vaccinations(List<Report> reports) {
    List<Report> sorted = reports.stream().sorted(BY_CONTENT).toList();
    int[] group = IntStream.range(0, sorted.size()).toArray();
    for (Pair pair : pairs(sorted)) {
      int one = group[pair.one];
      int other = group[pair.other];
      if (one != other && areOneDose(members(one, group, sorted), members(other, group, sorted))) {
        Arrays.setAll(group, i -> group[i] == other ? one : group[i]);
      }
    }
    return IntStream.of(group)
        .distinct()
        .mapToObj(it -> vaccination(members(it, group, sorted)))
        .sorted(newestFirst())
        .toList();
  }

  private List<Pair> pairs(List<Report> sorted) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      for (int j = i + 1; j < sorted.size(); j++) {
        pair(i, j, sorted).ifPresent(pairs::add);
      }
    }
    pairs.sort(CLOSEST_FIRST);
    return pairs;
  }

  private Optional<Pair> pair(int i, int j, List<Report> sorted) {
    State one = sorted.get(i).state;
    State other = sorted.get(j).state;
    return rule(sorted.get(i), sorted.get(j))
        .map(
            rule ->
                new Pair(
                    i,
                    j,
                    rule,
                    DAYS.between(one.occurredOn().earliest(), other.occurredOn().earliest()),
                    SameDose.sameBatch(one, other),
                    one.product().equals(other.product())));
  }

  private Optional<JoinRule> rule(Report one, Report other) {
    boolean parted =
        one.partedFrom.contains(other.state.dose()) || other.partedFrom.contains(one.state.dose());
    return parted ? Optional.empty() : sameDose.rule(one.state, other.state);
  }

  private boolean areOneDose(List<Report> some, List<Report> others) {
    return some.stream()
        .allMatch(one -> others.stream().allMatch(other -> rule(one, other).isPresent()));
  }

  private static List<Report> members(int number, int[] group, List<Report> sorted) {
    return IntStream.range(0, group.length)
        .filter(i -> group[i] == number)
        .mapToObj(sorted::get)
        .toList();
  }

  private Vaccination vaccination(List<Report> reports) {
    List<Report> ranked = reports.stream().sorted(mostTellingFirst()).toList();
    Report leading = ranked.getFirst();
    return new Vaccination(
        leading.state,
        ranked.stream()
            .skip(1)
            .map(it -> new Vaccination.Other(it.state, rule(leading, it).orElseThrow()))
            .toList());
  }

  /// Which report leads: the most precise vaccine, then a whole date, then a batch number. Between
  /// equals the name of the source decides, not the time of receipt, which is chance.
  private Comparator<Report> mostTellingFirst() {
    return Comparator.comparingInt((Report it) -> -precision(it.state))
        .thenComparing(it -> it.state.occurredOn().exact().isEmpty())
        .thenComparing(it -> it.state.batch().isEmpty())
        .thenComparing(it -> it.state.source())
        .thenComparing(BY_CONTENT);
  }

  private int precision(State state) {
    return vaccines.byId(state.product()).map(Product::precision).orElse(-1);
  }

  private static Comparator<Vaccination> newestFirst() {
    return Comparator.comparing((Vaccination it) -> it.leading().occurredOn().earliest())
        .reversed()
        .thenComparing(it -> it.leading().product())
        .thenComparing(it -> it.leading().source())
        .thenComparing(it -> it.leading().dose().value());
  }
}
