// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/// The modules of the registry use each other only where an arrow is drawn.
class ModulesTest {

  @Test
  void everyArrowIsDrawn() {
    ApplicationModules modules = ApplicationModules.of(Registry.class);

    assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
        .contains(
            "access",
            "accesslog",
            "catalogue",
            "dossier",
            "immunisation",
            "intake",
            "person",
            "protection");
    modules.verify();
  }

  @Test
  void everyModuleSaysWhatItMayUse() {
    assertThat(ApplicationModules.of(Registry.class).stream())
        .isNotEmpty()
        .allSatisfy(
            module ->
                assertThat(
                        module
                            .getBasePackage()
                            .findAnnotation(org.springframework.modulith.ApplicationModule.class))
                    .as(module.getIdentifier().toString())
                    .isPresent());
  }

  /// Negative control: modules in test sources, of which two use what they may not.
  @Test
  void wrongArrowAndABackDoorAreRefused() {
    ApplicationModules bent = ApplicationModules.of("nl.cims.bent", Predefined.ONLY_INCLUDE_TESTS);

    assertThat(bent.stream().map(ApplicationModule::getIdentifier)).hasSize(4);
    assertThatExceptionOfType(Violations.class)
        .isThrownBy(bent::verify)
        .withMessageContaining("Module 'left' depends on module 'right'")
        .withMessageContaining("Module 'thief' depends on non-exposed type")
        .withMessageContaining("right.web.BackDoor");
  }
}
