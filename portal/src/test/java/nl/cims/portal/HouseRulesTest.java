// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.stream.Stream;
import nl.cims.testkit.rules.HouseRules;
import nl.cims.vocabulary.Bsn;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// How code reads in the portal, and what it must not know.
class HouseRulesTest {

  private static final JavaClasses CLASSES = HouseRules.productionClasses("nl.cims.portal");

  @TestFactory
  Stream<DynamicTest> keepsTo() {
    return HouseRules.everywhere().entrySet().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(CLASSES)));
  }

  @Test
  void knowsNoDatabaseAndNoneOfTheOtherProcesses() {
    HouseRules.nowhere(
            "java.sql..",
            "javax.sql..",
            "org.springframework.jdbc..",
            "nl.cims.registry..",
            "nl.cims.broker..",
            "nl.cims.gateway..")
        .check(CLASSES);
  }

  @Test
  void knowsNoBsn() {
    assertThat(CLASSES.stream().flatMap(it -> it.getDirectDependenciesFromSelf().stream()))
        .isNotEmpty()
        .noneMatch(used -> used.getTargetClass().isEquivalentTo(Bsn.class));
  }
}
