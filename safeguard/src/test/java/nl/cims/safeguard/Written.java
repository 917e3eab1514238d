// SPDX-License-Identifier: EUPL-1.2
package nl.cims.safeguard;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/// Settings as they would stand in a file.
final class Written {

  private Written() {}

  static Settings of(String... namesAndValues) {
    Map<String, Object> all = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      all.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("written", all));
    ConfigurationPropertySources.attach(environment);
    return new Settings(environment);
  }
}
