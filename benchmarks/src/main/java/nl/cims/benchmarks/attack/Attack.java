// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.cims.benchmarks.CannotMeasure;
import nl.cims.benchmarks.RunningDemo;

/// Attacks the running demo with testssl.sh, Wapiti and sqlmap. Only addresses of this machine are
/// attacked, each tool for a bounded time, and only after each has found what was planted for it.
/// Ends with 0 if everything was looked at and nothing above low was found but what [Accepted]
/// names.
public final class Attack {

  private final Asked asked;
  private final Workshop workshop;
  private final Summary summary = new Summary();

  private Attack(Asked asked, Workshop workshop) {
    this.asked = asked;
    this.workshop = workshop;
  }

  /// @param arguments how many seconds each tool may take for one target, 30 to 7200 (600 if not
  ///   said); `testssl.sh`, `wapiti`, `sqlmap` to use these only; `--prove` to look only whether
  ///   the tools find what was planted
  public static void main(String[] arguments) throws InterruptedException, IOException {
    System.exit(run(List.of(arguments)) ? 0 : 1);
  }

  private static boolean run(List<String> arguments) throws InterruptedException, IOException {
    try {
      Path home = Path.of(System.getenv().getOrDefault("CIMS_HOME", ".cims")).toAbsolutePath();
      Asked asked = Asked.of(arguments);
      Workshop workshop = Workshop.in(home.resolve("attack"), asked.patience());
      try (Tripwire tripwire = new Tripwire()) {
        Attack attack = new Attack(asked, workshop);
        attack.prove(tripwire);
        return asked.proofOnly() || attack.demo(RunningDemo.in(home), tripwire);
      }
    } catch (CannotMeasure sentence) {
      System.err.println(sentence.getMessage());
      return false;
    }
  }

  /// Lets each tool find what was planted.
  private void prove(Tripwire tripwire) throws InterruptedException, IOException {
    try (Planted planted = Planted.start(workshop)) {
      Map<Assault, Set<String>> all = planted.assaults(tripwire);
      all.keySet().removeIf(each -> !asked.wants(each));
      announce("What was planted", all.size());
      for (Map.Entry<Assault, Set<String>> each : all.entrySet()) {
        Assault assault = each.getKey();
        say(assault);
        List<String> missed;
        try {
          missed = Planted.missed(each.getValue(), assault.run(workshop));
        } catch (CannotMeasure why) {
          throw new CannotMeasure("%s %s.".formatted(assault.tool(), why.getMessage()), why);
        }
        if (!missed.isEmpty()) {
          throw new CannotMeasure(
              "%s does not find %s, which was planted: what it does not find elsewhere says nothing."
                  .formatted(assault.tool(), missed));
        }
      }
    }
  }

  private boolean demo(RunningDemo demo, Tripwire tripwire)
      throws InterruptedException, IOException {
    Targets targets = new Targets(demo, tripwire);
    try (Employees employees = new Employees(demo)) {
      List<Assault> all = new ArrayList<>(targets.ofCitizen());
      all.addAll(targets.ofStaff(employees));
      all.addAll(targets.ofParties(workshop));
      all.addAll(targets.ofStrangers());
      all.addAll(targets.ports());
      all.removeIf(each -> !asked.wants(each));
      announce("The demo", all.size());
      for (Assault each : all) {
        make(each);
      }
    } finally {
      Files.deleteIfExists(workshop.place(Targets.IDENTITY));
    }
    String text = summary.text();
    Files.writeString(workshop.place("summary.txt"), text);
    if (!asked.isWhole()) {
      System.out.println("\nNot all tools were used: " + asked.tools() + " only.");
    }
    System.out.println("\n" + text + "The reports are in " + workshop.folder() + ".");
    return summary.isGood();
  }

  private void make(Assault assault) throws InterruptedException, IOException {
    say(assault);
    Instant begun = Instant.now();
    try {
      Outcome outcome = assault.run(workshop);
      summary.add(assault, Duration.between(begun, Instant.now()), outcome);
    } catch (CannotMeasure why) {
      summary.addFailure(
          assault, Duration.between(begun, Instant.now()), String.valueOf(why.getMessage()));
    }
  }

  private void announce(String what, int assaults) {
    System.out.printf(
        "%s: %d attacks, at most %d minutes in all.%n",
        what, assaults, workshop.longest().multipliedBy(assaults).toMinutes() + 1);
  }

  private static void say(Assault assault) {
    System.out.printf("  %s on %s …%n", assault.tool(), assault.target());
  }
}
