// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.stream.Stream;
import nl.cims.testkit.rules.HouseRules;
import nl.cims.vocabulary.Bsn;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// How code reads in the broker, and what it must not know.
class HouseRulesTest {

  private static final JavaClasses CLASSES = HouseRules.productionClasses("nl.cims.broker");

  @TestFactory
  Stream<DynamicTest> keepsTo() {
    return HouseRules.everywhere().entrySet().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(CLASSES)));
  }

  @Test
  void knowsNoCareDataAndNoneOfTheOtherProcesses() {
    HouseRules.nowhere(
            "nl.cims.contracts..", "nl.cims.registry..", "nl.cims.gateway..", "nl.cims.portal..")
        .check(CLASSES);
  }

  @Test
  void revealsABsnOnlyToSealItOrToMakeAPseudonym() {
    assertThat(HouseRules.callersOf(CLASSES, Bsn.class, "reveal"))
        .containsExactlyInAnyOrder("BsnSeal", "Pseudonyms");
  }
}
