// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/// What was asked.
///
/// @param scenarios which to report
/// @param json where to write the results as data, if anywhere
/// @param seconds how long each is measured, 1 to 600
/// @param warmup seconds before that which do not count, 0 to 600
/// @param connections how many requests are under way at any moment, 1 to 256
record CommandLine(
    Set<Scenario> scenarios, Optional<Path> json, int seconds, int warmup, int connections) {

  private static final int LONGEST = 600;
  private static final int MOST_CONNECTIONS = 256;

  CommandLine {
    scenarios = Set.copyOf(scenarios);
  }

  /// @throws CannotMeasure if it makes no sense
  static CommandLine of(List<String> arguments) {
    Queue<String> rest = new ArrayDeque<>(arguments);
    Set<Scenario> named = EnumSet.noneOf(Scenario.class);
    Optional<Path> json = Optional.empty();
    int seconds = 10;
    int warmup = 5;
    int connections = 16;
    while (!rest.isEmpty()) {
      String next = rest.remove();
      switch (next) {
        case "--json" -> json = Optional.of(Path.of(value(next, rest)));
        case "--seconds" -> seconds = number(next, rest, 1, LONGEST);
        case "--warmup" -> warmup = number(next, rest, 0, LONGEST);
        case "--connections" -> connections = number(next, rest, 1, MOST_CONNECTIONS);
        default -> named.add(scenario(next));
      }
    }
    Set<Scenario> chosen = named.isEmpty() ? EnumSet.allOf(Scenario.class) : named;
    return new CommandLine(chosen, json, seconds, warmup, connections);
  }

  private static Scenario scenario(String title) {
    return Scenario.named(title)
        .orElseThrow(
            () ->
                new CannotMeasure(
                    "There is no scenario %s; there are: %s.".formatted(title, Scenario.titles())));
  }

  private static int number(String option, Queue<String> rest, int least, int most) {
    String text = value(option, rest);
    int number = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
    if (number < least || number > most) {
      throw new CannotMeasure(
          "%s takes a number from %d to %d, not %s.".formatted(option, least, most, text));
    }
    return number;
  }

  private static String value(String option, Queue<String> rest) {
    String value = rest.poll();
    if (value == null) {
      throw new CannotMeasure(option + " needs a value.");
    }
    return value;
  }
}
