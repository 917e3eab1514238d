// SPDX-License-Identifier: EUPL-1.2
package nl.cims.safeguard;

import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Stops every start whose settings are not fit for production, before anything is opened. Only an
/// installation that says that it is a demo gets by, and its log says so each time.
final class SafeStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    Settings settings = new Settings(context.getEnvironment());
    List<Finding> findings = Rules.findings(settings);
    if (!settings.demo() && !findings.isEmpty()) {
      throw new StartRefused(findings);
    }
    if (settings.demo()) {
      LoggerFactory.getLogger(SafeStart.class)
          .warn(
              "this is a demo: {} settings are not fit for production, and no real person's data may be put in",
              findings.size());
    }
  }
}
