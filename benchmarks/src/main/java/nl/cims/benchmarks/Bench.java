// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Measures the running demo and prints a table; see the package for the arguments.
public final class Bench {

  private final CommandLine asked;
  private final RunningDemo demo;

  private Bench(CommandLine asked, RunningDemo demo) {
    this.asked = asked;
    this.demo = demo;
  }

  /// Ends with 0 if everything asked was measured and came out right at least once, else with 1.
  public static void main(String[] arguments) throws InterruptedException {
    int code = 1;
    try {
      CommandLine asked = CommandLine.of(List.of(arguments));
      Path home = Path.of(System.getenv().getOrDefault("CIMS_HOME", ".cims"));
      code = new Bench(asked, RunningDemo.in(home)).run() ? 0 : 1;
    } catch (CannotMeasure sentence) {
      System.err.println(sentence.getMessage());
    }
    System.exit(code);
  }

  private boolean run() throws InterruptedException {
    Set<Scenario> needed = EnumSet.copyOf(asked.scenarios());
    asked.scenarios().forEach(scenario -> needed.add(scenario.floor()));
    Map<Scenario, Figures> figures = new EnumMap<>(Scenario.class);
    for (Scenario scenario : needed) {
      System.err.printf(
          "%s: %d s after %d s of warm-up, %d connections …%n",
          scenario.title(), asked.seconds(), asked.warmup(), asked.connections());
      figures.put(scenario, measure(scenario));
    }
    List<Result> results =
        figures.entrySet().stream()
            .filter(each -> asked.scenarios().contains(each.getKey()))
            .map(each -> result(each.getKey(), each.getValue(), figures))
            .toList();
    System.out.print(Result.table(results));
    asked.json().ifPresent(file -> write(file, Result.json(results)));
    return results.stream().allMatch(result -> result.figures().ratePerSecond() > 0);
  }

  private static Result result(
      Scenario scenario, Figures measured, Map<Scenario, Figures> figures) {
    Figures floor = figures.getOrDefault(scenario.floor(), measured);
    return new Result(
        scenario,
        measured,
        floor.ratePerSecond() == 0 ? 0 : measured.ratePerSecond() / floor.ratePerSecond());
  }

  private Figures measure(Scenario scenario) throws InterruptedException {
    return switch (scenario) {
      case FLOOR_ENDPOINT -> {
        try (EndpointFloor floor = new EndpointFloor()) {
          yield load(floor.workers(asked.connections()));
        }
      }
      case FLOOR_DATABASE -> {
        try (DatabaseFloor floor = new DatabaseFloor(demo.database("registry"))) {
          yield load(floor.workers(asked.connections()));
        }
      }
      case DOSSIER_PAGE -> load(DossierPages.workers(demo, asked.connections()));
      case MESSAGE, BUNDLE, HL7 ->
          load(Messages.workers(demo, scenario, asked.connections())).times(scenario.doses());
      case FILE -> load(CsvFiles.workers(demo)).times(scenario.doses());
    };
  }

  private Figures load(List<Worker> workers) throws InterruptedException {
    try {
      return Load.of(
          workers, Duration.ofSeconds(asked.warmup()), Duration.ofSeconds(asked.seconds()));
    } finally {
      workers.forEach(Bench::close);
    }
  }

  private static void close(Worker worker) {
    try {
      worker.close();
    } catch (IOException gone) {
      // What was measured stays measured.
    }
  }

  private static void write(Path file, String json) {
    try {
      Files.writeString(file, json + "\n");
    } catch (IOException refused) {
      throw new CannotMeasure("The results cannot be written to " + file + ".", refused);
    }
  }
}
