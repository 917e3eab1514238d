// SPDX-License-Identifier: EUPL-1.2
package nl.cims.simulators.digid;

import java.time.Clock;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/// The DigiD simulator as a process of its own. Anybody may log in as anybody: never to be shipped.
///
/// What it needs is named here one by one, so that tests can start it beside a deployable without
/// taking up that one's security or database.
@SpringBootConfiguration
@ComponentScan
@EnableConfigurationProperties(DigidSettings.class)
@ImportAutoConfiguration({
  ConfigurationPropertiesAutoConfiguration.class,
  PropertyPlaceholderAutoConfiguration.class,
  SslAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  HttpEncodingAutoConfiguration.class,
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  ErrorMvcAutoConfiguration.class
})
public class DigidSimulator {

  /// Starts the simulator.
  public static void main(String[] args) {
    start(args);
  }

  /// Starts the simulator in this JVM.
  ///
  /// @param args settings as on a command line, such as `--server.port=8082`
  /// @return what to close
  public static ConfigurableApplicationContext start(String... args) {
    SpringApplication application = new SpringApplication(DigidSimulator.class);
    // A name of its own, because a deployable's application.yaml may stand on the same class path.
    // It is a demo wherever it runs, also beside a deployable that asks.
    application.setDefaultProperties(
        Map.of("spring.config.name", "digid-simulator", "cims.environment", "demo"));
    return application.run(args);
  }

  @Bean
  Clock digidClock() {
    return Clock.systemUTC();
  }
}
