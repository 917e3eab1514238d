// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.cims.bent.fhirless.UsesHapi;
import nl.cims.bent.left.Left;
import nl.cims.testkit.rules.HouseRules;
import nl.cims.testkit.rules.SchemaRule;
import nl.cims.vocabulary.Bsn;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// How code reads in the registry.
class HouseRulesTest {

  private static final String ROOT = "nl.cims.registry";
  private static final JavaClasses CLASSES = HouseRules.productionClasses(ROOT);
  private static final Set<String> SCHEMAS =
      Set.of(
          "person",
          "accesslog",
          "immunisation",
          "intake",
          "intake_csv",
          "intake_coronit",
          "keyring",
          "console",
          "oversight",
          "export");

  @TestFactory
  Stream<DynamicTest> keepsTo() {
    return HouseRules.everywhere().entrySet().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(CLASSES)));
  }

  @Test
  void knowsFhirOnlyInTheFormat() {
    HouseRules.onlyIn(List.of("..fhir..", "..hl7v2.."), "ca.uhn.fhir..", "org.hl7.fhir..")
        .check(CLASSES);

    assertThat(CLASSES.stream().map(JavaClass::getPackageName)).contains(ROOT + ".intake.fhir");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(
            () ->
                HouseRules.onlyIn(List.of("..fhir.."), "ca.uhn.fhir..", "org.hl7.fhir..")
                    .check(new ClassFileImporter().importClasses(UsesHapi.class)));
  }

  /// HAPI's HL7 v2 only stands beside our own reader, in tests.
  @Test
  void readsHl7WithoutHapi() {
    HouseRules.nowhere("ca.uhn.hl7v2..").check(CLASSES);

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(
            () ->
                HouseRules.nowhere("ca.uhn.hl7v2..")
                    .check(new ClassFileImporter().importPackages(ROOT + ".intake.hl7v2")));
  }

  @Test
  void speaksHttpOnlyBehindTheFrontDoorOfAModule() {
    HouseRules.onlyIn(
            List.of(ROOT, "..web..", "..fhir.."),
            "jakarta.servlet..",
            "org.springframework.web..",
            "gg.jte..")
        .check(CLASSES);
  }

  @Test
  void revealsABsnOnlyWhereItIsSealedOrLookedUp() {
    assertThat(HouseRules.callersOf(CLASSES, Bsn.class, "reveal"))
        .containsExactlyInAnyOrder(
            "People", "Proof", "AccessLog", "Subjects", "Understood", "LookUps");
  }

  @Test
  void namesNoSchemaOfAnotherModuleInSql() throws IOException {
    SchemaRule rule = new SchemaRule(SCHEMAS).look(CLASSES, ROOT);
    int migrations = lookAtMigrations(rule);

    assertThat(rule.trespasses()).isEmpty();
    assertThat(rule.seen()).isEqualTo(SCHEMAS);
    assertThat(migrations).isGreaterThanOrEqualTo(SCHEMAS.size());
  }

  @Test
  void negativeControlSqlOfAnotherModuleIsNoticed() {
    JavaClasses bent = new ClassFileImporter().importClasses(Left.class);

    assertThat(new SchemaRule(SCHEMAS).look(bent, "nl.cims.bent").trespasses())
        .containsExactly("Left of module 'left' names person.person");
  }

  /// The schemas are those that the migrations make, so that a new one is not forgotten here.
  private static int lookAtMigrations(SchemaRule rule) throws IOException {
    int found = 0;
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources/db"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".sql")).toList()) {
        String module = file.getParent().getFileName().toString();
        String text = Files.readString(file);
        if (text.contains("CREATE SCHEMA")) {
          assertThat(SCHEMAS).contains(module);
          found++;
        }
        rule.look(module, file.getFileName().toString(), text);
      }
    }
    return found;
  }
}
