// SPDX-License-Identifier: EUPL-1.2
package nl.cims.safeguard;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/// Says beforehand what would stop a start or go wrong soon after: `java -jar NAME-app.jar
/// --spring.config.additional-location=… doctor`. Starts nothing, changes nothing.
public final class Doctor {

  private static final String WORD = "doctor";

  private Doctor() {}

  /// If the arguments ask for it, does it and ends the process: with 0 if nothing is wrong, 1 if
  /// something is, 2 if the settings cannot be read.
  ///
  /// @param arguments as given to `main`
  public static void answer(String[] arguments) {
    if (List.of(arguments).contains(WORD)) {
      System.exit(examine(arguments, new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }
  }

  /// Looks, and says what it found, a line each.
  ///
  /// @return the exit code
  static int examine(String[] arguments, PrintStream out) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
    try {
      ConfigDataEnvironmentPostProcessor.applyTo(environment);
    } catch (RuntimeException unreadable) {
      out.println("The settings cannot be read: " + unreadable.getMessage());
      return 2;
    }
    ConfigurationPropertySources.attach(environment);
    Settings settings = new Settings(environment);
    String name = settings.text("spring.application.name").orElse("application");
    List<Finding> forbidden = Rules.findings(settings);
    Probes probes = new Probes(settings, Clock.systemUTC());
    List<Finding> wrong = probes.wrong();
    out.println(name + (settings.demo() ? ", a demo:" : ":"));
    say(out, settings.demo() ? "not fit for production" : "refused", forbidden);
    say(out, "wrong", wrong);
    say(out, "note", probes.notes());
    boolean stops = !wrong.isEmpty() || (!settings.demo() && !forbidden.isEmpty());
    if (!stops) {
      out.println("  nothing stops it");
    }
    return stops ? 1 : 0;
  }

  private static void say(PrintStream out, String kind, List<Finding> findings) {
    findings.forEach(each -> out.println("  " + kind + " – " + each));
  }
}
