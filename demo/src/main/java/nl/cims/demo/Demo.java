// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.cims.testkit.certificates.CertificateAuthority;
import nl.cims.testkit.people.Population;
import nl.cims.testkit.people.Source;

/// What `./cims` calls for everything that deals with running processes. Exit code 0 if it was
/// done, 1 if not.
public final class Demo {

  private final Home home;
  private final CommandLine line;
  private final PrintStream out;
  private final Clock clock = Clock.systemUTC();

  private Demo(Home home, CommandLine line, PrintStream out) {
    this.home = home;
    this.line = line;
    this.out = out;
  }

  /// @param arguments a command and what belongs to it
  public static void main(String[] arguments) throws InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      Map<String, String> environment = System.getenv();
      Path repository = Path.of(environment.getOrDefault("CIMS_REPOSITORY", "."));
      Path directory =
          Optional.ofNullable(environment.get("CIMS_HOME"))
              .map(Path::of)
              .orElse(repository.resolve(".cims"));
      CommandLine line = CommandLine.parse(List.of(arguments), environment);
      System.exit(new Demo(new Home(directory, repository), line, out).run() ? 0 : 1);
    } catch (CannotProceed sentence) {
      System.err.println(sentence.getMessage());
      System.exit(1);
    } catch (UncheckedIOException failed) {
      System.err.println(new DiskTrouble(failed).sentence());
      System.exit(1);
    }
  }

  private boolean run() throws InterruptedException {
    return switch (line.command()) {
      case "demo" -> demo();
      case "status" -> status();
      case "stop" -> stop();
      case "start" -> start();
      case "send" -> send();
      case "doctor" -> doctor();
      case "revoke" -> revoke();
      // What an operator asks of the register's own jar.
      case "log", "keys", "keyring", "export" -> ask();
      default ->
          throw new CannotProceed(
              "There is no command %s; ./cims help lists them.".formatted(line.command()));
    };
  }

  private boolean demo() throws InterruptedException {
    int offset = line.portOffset().orElse(0);
    refuseASecondOne();
    if (line.fresh()) {
      home.forget();
    }
    home.prepare();
    Cims cims = new Cims(home, offset, clock, true);
    Thread onInterrupt = new Thread(() -> sayAndClose(cims));
    Runtime.getRuntime().addShutdownHook(onInterrupt);
    cims.start(this::progress);
    boolean loaded = load(cims);
    Employees employees = new Employees(cims.postgres(), home.log(Deployable.BROKER.title()));
    out.print(new Welcome(home, offset, employees.codes()).text());
    if (line.background()) {
      out.println("./cims stop ends it.");
    } else {
      out.println("Ctrl-C ends it.");
      new Watch(home, cims, out::println).untilAllHaveEnded();
    }
    leave(onInterrupt);
    return loaded;
  }

  private static void leave(Thread onInterrupt) {
    try {
      Runtime.getRuntime().removeShutdownHook(onInterrupt);
    } catch (IllegalStateException interrupted) {
      // It is what has ended the demo, and has said so.
    }
  }

  private void refuseASecondOne() {
    int offset = Summary.offsetIn(home.summary()).orElse(0);
    if (Files.exists(home.summary()) && new Cims(home, offset, clock, true).isRunning()) {
      throw new CannotProceed(
          "The demo is running already; ./cims status shows it, ./cims stop ends it.");
    }
  }

  /// Loads the town, unless that was done before in this directory.
  private boolean load(Cims cims) throws InterruptedException {
    try {
      Summary.of(home, cims.offset(), cims.postgres()).write(home.summary());
      Files.writeString(home.exampleMessage(), Welcome.oneMoreMessage().body());
      if (Files.exists(home.loaded())) {
        return true;
      }
      Population town = Population.town();
      progress("entered %d vaccinations in CoronIT".formatted(Coronit.fill(cims.postgres(), town)));
      Loading loading = new Loading(cims.offset(), cims.settings().authority(), this::progress);
      List<String> refused = loading.load(Delivery.of(town));
      refused.stream().limit(10).forEach(out::println);
      if (refused.isEmpty()) {
        Files.createFile(home.loaded());
        progress("loaded %d people".formatted(town.subjects().size()));
      } else {
        progress("%d messages were not accepted".formatted(refused.size()));
      }
      return refused.isEmpty();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private boolean status() {
    List<Cims.Line> lines = earlier().status();
    lines.forEach(
        each -> out.printf("%-11s %-10s %s%n", each.name(), each.state(), each.address()));
    return lines.stream().allMatch(each -> each.state().equals("running"));
  }

  private boolean stop() {
    Cims cims = earlier();
    if (line.operands().isEmpty() && cims.isRunning()) {
      out.println(cims.farewell());
      cims.stop();
    }
    line.operands().forEach(cims::stop);
    return true;
  }

  /// Of the demo, or of the installation whose settings files are in a folder.
  private boolean doctor() {
    Path folder = line.operands().stream().findFirst().map(Path::of).orElse(home.settings());
    List<Deployable> there =
        Stream.of(Deployable.values())
            .filter(each -> each != Deployable.DIGID)
            .filter(each -> Files.exists(folder.resolve(each.title() + ".yaml")))
            .toList();
    if (there.isEmpty()) {
      throw new CannotProceed(
          "There is no registry.yaml, gateway.yaml, portal.yaml or broker.yaml in %s; ./cims demo writes a set."
              .formatted(folder));
    }
    Cims cims = new Cims(home, 0, clock, true);
    return there.stream()
            .mapToInt(
                each -> cims.ask(each, folder.resolve(each.title() + ".yaml"), List.of("doctor")))
            .sum()
        == 0;
  }

  private boolean ask() {
    List<String> words = new ArrayList<>(List.of(line.command()));
    words.addAll(line.operands());
    Cims cims = earlier();
    return cims.ask(Deployable.REGISTRY, cims.settings().file(Deployable.REGISTRY), words) == 0;
  }

  private boolean start() {
    if (line.operands().isEmpty()) {
      throw new CannotProceed(
          "Say which process to start; ./cims status lists them, ./cims demo starts all.");
    }
    Cims cims = earlier();
    line.operands().forEach(cims::start);
    return true;
  }

  private boolean send() throws InterruptedException {
    if (line.operands().isEmpty()) {
      throw new CannotProceed("Say which files to send: ./cims send FILE…");
    }
    Source source = Post.party(line.party().orElse(Post.usual(line.operands()).id()));
    Cims cims = earlier();
    return new Post(source, cims.offset(), cims.settings().authority(), out::println)
        .send(line.operands(), new Post.Manner(line.update(), line.mllp()));
  }

  /// Takes certificates back: every process refuses them within seconds. A copy stays to try with.
  private boolean revoke() {
    CertificateAuthority authority = earlier().settings().authority();
    for (String name : line.operands()) {
      if (!Files.exists(home.certificates().resolve(name + ".crt.pem"))) {
        throw new CannotProceed(
            "%s has no certificate; they are in %s.".formatted(name, home.certificates()));
      }
      authority.revoke(authority.issue(name));
      out.printf(
          "The certificate of %s is revoked; it lies aside as %s.revoked.crt.pem, and the next one is made when it is needed.%n",
          name, name);
    }
    return !line.operands().isEmpty();
  }

  /// The demo that was started before.
  private Cims earlier() {
    int offset =
        Summary.offsetIn(home.summary())
            .orElseThrow(
                () ->
                    new CannotProceed(
                        "There is no demo in %s; ./cims demo starts one."
                            .formatted(home.directory())));
    return new Cims(home, offset, clock, true);
  }

  private void sayAndClose(Cims cims) {
    out.println(cims.farewell());
    cims.close();
    out.println("Stopped.");
  }

  private void progress(String text) {
    out.println("  " + text);
  }
}
