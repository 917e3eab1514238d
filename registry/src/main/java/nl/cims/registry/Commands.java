// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.cims.registry.command.Command;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/// Runs one [Command] with the modules that offer some: no addresses, no jobs, no migrations, and
/// nothing that the command does not need. Not annotated as a configuration, so that the register
/// itself passes over it.
@ConfigurationPropertiesScan({
  "nl.cims.registry.access",
  "nl.cims.registry.accesslog",
  "nl.cims.registry.export",
  "nl.cims.registry.keyring",
  "nl.cims.registry.person",
  "nl.cims.registry.protection"
})
@ComponentScan(
    basePackages = {
      "nl.cims.registry.access",
      "nl.cims.registry.accesslog",
      "nl.cims.registry.command",
      "nl.cims.registry.export",
      "nl.cims.registry.keyring",
      "nl.cims.registry.person",
      "nl.cims.registry.protection"
    },
    excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.web\\..*"))
@ImportAutoConfiguration({
  DataSourceAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  JdbcClientAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  TransactionAutoConfiguration.class
})
class Commands {

  private static final int ASKED_WRONGLY = 2;

  /// Whether a command is asked for, and not the register itself.
  static boolean asked(String[] arguments) {
    return !new DefaultApplicationArguments(arguments).getNonOptionArgs().isEmpty();
  }

  /// Does what is asked.
  ///
  /// @return the exit code
  static int run(String[] arguments) {
    List<String> words = new DefaultApplicationArguments(arguments).getNonOptionArgs();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Commands.class)
            .web(WebApplicationType.NONE)
            .logStartupInfo(false)
            .lazyInitialization(true)
            .run(quiet(arguments))) {
      List<Command> all = List.copyOf(context.getBeansOfType(Command.class).values());
      Optional<Command> meant =
          all.stream().filter(command -> starts(words, name(command))).findFirst();
      if (meant.isEmpty()) {
        out.println("There is no command '%s'. There are:".formatted(String.join(" ", words)));
        all.stream()
            .sorted(Comparator.comparing(Command::name))
            .forEach(command -> out.println("  " + command.usage()));
        return ASKED_WRONGLY;
      }
      Command command = meant.orElseThrow();
      return command.run(words.subList(name(command).size(), words.size()), out);
    }
  }

  /// So that only the command itself speaks, whatever the settings say.
  private static String[] quiet(String[] arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = "--logging.level.root=ERROR";
    return all;
  }

  private static boolean starts(List<String> words, List<String> name) {
    return words.size() >= name.size() && words.subList(0, name.size()).equals(name);
  }

  private static List<String> name(Command command) {
    return List.of(command.name().split(" "));
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
