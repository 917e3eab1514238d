// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import nl.cims.vocabulary.Bsn;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private final JavaClasses broker =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("nl.cims.broker");

  @Test
  void looksAtTheBroker() {
    assertThat(broker.size()).isGreaterThan(20);
    assertThat(broker.contain(Broker.class)).isTrue();
  }

  @Test
  void onlySealAndPseudonymsRevealABsn() {
    noClasses()
        .that()
        .doNotHaveSimpleName("BsnSeal")
        .and()
        .doNotHaveSimpleName("Pseudonyms")
        .should()
        .callMethod(Bsn.class, "reveal")
        .check(broker);
  }

  @Test
  void nothingButTheCitizensPackageKnowsABsn() {
    noClasses()
        .that()
        .resideOutsideOfPackage("nl.cims.broker.citizen")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Bsn.class)
        .check(broker);
  }

  @Test
  void pagesAndDoorsAreUsedByNobody() {
    noClasses()
        .that()
        .resideOutsideOfPackages("nl.cims.broker.web..", "nl.cims.broker.staff.web..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("nl.cims.broker.web..")
        .check(broker);
  }

  @Test
  void sqlStandsWhereItsTableIsOwned() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "nl.cims.broker.clients", "nl.cims.broker.tokens", "nl.cims.broker.staff")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework.jdbc..")
        .check(broker);
  }
}
