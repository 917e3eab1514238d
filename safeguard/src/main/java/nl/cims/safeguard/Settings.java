// SPDX-License-Identifier: EUPL-1.2
package nl.cims.safeguard;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/// The settings of an installation, wherever they came from: file, environment or command line.
public final class Settings {

  /// Says what an installation is for: `production`, which is the default, or `demo`.
  public static final String ENVIRONMENT = "cims.environment";

  private static final String DEMO = "demo";

  private final Environment environment;

  /// @param environment as Spring has put it together
  public Settings(Environment environment) {
    this.environment = environment;
  }

  /// Whether this is said to be a demo, with invented people: then nothing is refused.
  public boolean demo() {
    return DEMO.equals(environment.getProperty(ENVIRONMENT));
  }

  /// The value of a setting, without blanks around it; empty if there is none.
  public Optional<String> text(String name) {
    return Optional.ofNullable(environment.getProperty(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /// Whether a setting says `true`.
  public boolean on(String name) {
    return text(name).filter(value -> value.equalsIgnoreCase("true")).isPresent();
  }

  /// The file that a setting names, with or without `file:`; empty if it names none.
  public Optional<Path> file(String name) {
    return text(name)
        .filter(value -> !value.startsWith("classpath:") && !value.startsWith("-----BEGIN"))
        .map(
            value ->
                Path.of(value.startsWith("file:") ? value.substring("file:".length()) : value));
  }

  /// Every setting below a name, as name and value.
  public Map<String, String> below(String name) {
    return Binder.get(environment)
        .bind(name, Bindable.mapOf(String.class, String.class))
        .orElse(Map.of());
  }
}
