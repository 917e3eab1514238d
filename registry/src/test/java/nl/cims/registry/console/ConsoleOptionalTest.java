// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import nl.cims.testkit.rules.HouseRules;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;

/// Without settings for a console there is nothing of it: each of its beans says so.
class ConsoleOptionalTest {

  private static final JavaClasses CLASSES =
      HouseRules.productionClasses("nl.cims.registry.console");

  @Test
  void everyBeanOfTheConsoleNeedsItsSettings() {
    List<JavaClass> beans =
        CLASSES.stream()
            .filter(
                it ->
                    it.isAnnotatedWith(Component.class) || it.isMetaAnnotatedWith(Component.class))
            .toList();
    assertThat(beans).hasSizeGreaterThan(15).allMatch(it -> it.isAnnotatedWith(WithConsole.class));
  }
}
