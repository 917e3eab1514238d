// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import nl.cims.testkit.rules.bad.NamesAForeignSchema;
import org.junit.jupiter.api.Test;

/// SQL that names the schema of another module is found in classes and in migrations.
class SchemaRuleTest {

  private static final String ROOT = "nl.cims.testkit.rules";
  private final SchemaRule rule = new SchemaRule(Set.of("bad", "person"));

  @Test
  void classThatReadsTheTableOfAnotherIsNoticed() {
    JavaClasses classes = new ClassFileImporter().importClasses(NamesAForeignSchema.class);

    assertThat(rule.look(classes, ROOT).trespasses())
        .containsExactly("NamesAForeignSchema of module 'bad' names person.details");
    assertThat(rule.seen()).containsExactlyInAnyOrder("bad", "person");
  }

  @Test
  void moduleWithinAModuleHasASchemaOfItsOwn() {
    JavaClasses classes = new ClassFileImporter().importClasses(NamesAForeignSchema.class);
    String outer = ROOT.substring(0, ROOT.lastIndexOf('.'));

    assertThat(new SchemaRule(Set.of("rules_bad", "person")).look(classes, outer).trespasses())
        .containsExactly("NamesAForeignSchema of module 'rules_bad' names person.details");
  }

  @Test
  void migrationThatRefersToAnotherIsNoticed() {
    rule.look(
        "bad", "V2.sql", "ALTER TABLE bad.thing ADD FOREIGN KEY (p) REFERENCES person.person");

    assertThat(rule.trespasses()).hasSize(1);
  }

  @Test
  void textThatIsNoSqlIsLeftAlone() {
    rule.look("bad", "Texts", "person.birthDate").look("bad", "Texts", "the person. It FROM");

    assertThat(rule.trespasses()).isEmpty();
    assertThat(rule.seen()).isEmpty();
  }
}
