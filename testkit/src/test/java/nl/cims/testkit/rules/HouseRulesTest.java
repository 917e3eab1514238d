// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Map;
import java.util.Set;
import nl.cims.testkit.rules.bad.AsksTheMachine;
import nl.cims.testkit.rules.bad.InjectsFields;
import nl.cims.testkit.rules.bad.KeepsLegacyDates;
import nl.cims.testkit.rules.bad.PrintsAndThrows;
import nl.cims.testkit.rules.bad.RevealsABsn;
import nl.cims.vocabulary.Bsn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each rule of the house bites on a class that breaks it.
class HouseRulesTest {

  private static final Map<String, Class<?>> BREAKING =
      Map.of(
          "constructor injection", InjectsFields.class,
          "time of java.time", KeepsLegacyDates.class,
          "a clock handed in", AsksTheMachine.class,
          "no standard streams", PrintsAndThrows.class,
          "errors named by the fact", PrintsAndThrows.class);

  @Test
  void everyRuleHasAClassThatBreaksIt() {
    assertThat(BREAKING.keySet()).isEqualTo(HouseRules.everywhere().keySet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "constructor injection",
        "time of java.time",
        "a clock handed in",
        "no standard streams",
        "errors named by the fact"
      })
  void ruleRefusesTheClassThatBreaksIt(String name) {
    Class<?> bad = BREAKING.get(name);

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> HouseRules.everywhere().get(name).check(classes(bad)))
        .withMessageContaining(bad.getSimpleName());
  }

  @Test
  void ruleThatSeesNothingFails() {
    JavaClasses nothing = new ClassFileImporter().importPackages("nl.cims.no.such");

    HouseRules.everywhere()
        .forEach(
            (name, rule) ->
                assertThatExceptionOfType(AssertionError.class)
                    .as(name)
                    .isThrownBy(() -> rule.check(nothing)));
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> HouseRules.productionClasses("nl.cims.no.such"));
  }

  @Test
  void libraryOutOfItsPlaceIsRefused() {
    JavaClasses classes = classes(RevealsABsn.class);

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> HouseRules.nowhere("nl.cims.vocabulary..").check(classes));
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(
            () ->
                HouseRules.onlyIn(java.util.List.of("..fhir.."), "nl.cims.vocabulary..")
                    .check(classes));
    HouseRules.nowhere("java.sql..").check(classes);
  }

  @Test
  void callersAreFoundWhetherTheyCallOrRefer() {
    assertThat(HouseRules.callersOf(classes(RevealsABsn.class), Bsn.class, "reveal"))
        .isEqualTo(Set.of("RevealsABsn", "ByReference"));
    assertThat(HouseRules.callersOf(classes(InjectsFields.class), Bsn.class, "reveal")).isEmpty();
  }

  private static JavaClasses classes(Class<?> one) {
    Class<?>[] nested = one.getDeclaredClasses();
    Class<?>[] all = java.util.Arrays.copyOf(nested, nested.length + 1);
    all[nested.length] = one;
    return new ClassFileImporter().importClasses(all);
  }
}
