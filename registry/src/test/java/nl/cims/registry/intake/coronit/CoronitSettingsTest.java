// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/// The coupling is off until it has an address, and what it needs then is asked for.
class CoronitSettingsTest {

  private final ApplicationContextRunner application =
      new ApplicationContextRunner().withUserConfiguration(Scanning.class);

  @Configuration(proxyBeanMethods = false)
  @ConfigurationPropertiesScan("nl.cims.registry.intake.coronit")
  static class Scanning {}

  @Test
  void thereIsNoCouplingWithoutAnAddress() {
    application.run(
        context -> assertThat(context).hasNotFailed().doesNotHaveBean(CoronitSettings.class));
  }

  @Test
  void anAddressAndWhoWeAreAreEnough() {
    application
        .withPropertyValues(needed("jdbc:postgresql://ggd.example:5432/coronit"))
        .run(
            context -> {
              CoronitSettings settings = context.getBean(CoronitSettings.class);
              assertThat(settings.pace().rows()).isEqualTo(1000);
              assertThat(settings.pace().overlap()).isEqualTo(Duration.ofMinutes(15));
              assertThat(settings.reconciliation().at()).isEqualTo(LocalTime.of(3, 0));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://ggd.example/coronit?sslmode=disable",
        "jdbc:postgresql://ggd.example/coronit&ssl=false",
        "jdbc:h2:mem:coronit",
        "jdbc:postgresql:coronit"
      })
  void anAddressThatWeakensTrustIsRefused(String url) {
    application.withPropertyValues(needed(url)).run(context -> assertThat(context).hasFailed());
  }

  private static String[] needed(String url) {
    return new String[] {
      "cims.intake.coronit.url=" + url,
      "cims.intake.coronit.username=coronit_reader",
      "cims.intake.coronit.certificate=own.crt.pem",
      "cims.intake.coronit.private-key=own.key.pem",
      "cims.intake.coronit.authority=ca.crt.pem",
      "cims.intake.coronit.source=ggd-ghor"
    };
  }
}
