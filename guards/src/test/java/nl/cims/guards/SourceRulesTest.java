// SPDX-License-Identifier: EUPL-1.2
package nl.cims.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The rules of the house for every source file hold, and each of them bites.
class SourceRulesTest {

  private static final List<SourceFile> ALL = SourceFile.all();

  @Nested
  class InThisRepository {

    @Test
    void filesOfEveryKindWereSeen() {
      Set<String> kinds = ALL.stream().map(SourceFile::kind).collect(Collectors.toSet());

      assertThat(ALL).hasSizeGreaterThan(30);
      assertThat(kinds).contains("java", "xml");
      assertThat(ALL).noneMatch(file -> file.path().toString().contains("target/"));
    }

    @Test
    void everyFileNamesItsLicence() {
      assertThat(SourceRules.licensed(ALL)).isEmpty();
    }

    @Test
    void noFileIsTooLong() {
      assertThat(SourceRules.shortEnough(ALL)).isEmpty();
    }

    @Test
    void noTypeHasAnEmptyName() {
      assertThat(SourceRules.named(ALL)).isEmpty();
    }

    @Test
    void everyPackageIsDescribed() {
      assertThat(SourceRules.described(ALL)).isEmpty();
    }

    @Test
    void nothingIsLeftUndone() {
      assertThat(SourceRules.finished(ALL)).isEmpty();
    }
  }

  @Nested
  class NegativeControls {

    private static final String LICENCE = "// SPDX-License-Identifier: EUPL-1.2\n";

    @Test
    void missingLicenceIsNoticed() {
      assertThat(SourceRules.licensed(List.of(file("a/A.java", "package a;\n" + LICENCE))))
          .singleElement()
          .asString()
          .contains("a/A.java");
      assertThat(SourceRules.licensed(List.of(file("a.sql", "SELECT 1;")))).hasSize(1);
      assertThat(SourceRules.licensed(List.of(file("a.xml", "<?xml?>\n<!-- " + LICENCE))))
          .isEmpty();
    }

    @Test
    void longFileIsNoticed() {
      assertThat(SourceRules.shortEnough(List.of(file("A.java", "x\n".repeat(301))))).hasSize(1);
      assertThat(SourceRules.shortEnough(List.of(file("A.java", "x\n".repeat(300))))).isEmpty();
      assertThat(SourceRules.shortEnough(List.of(file("m/src/test/ATest.java", "x\n".repeat(451)))))
          .hasSize(1);
    }

    @Test
    void emptyNameIsNoticed() {
      for (String name : List.of("DossierManager", "BaseDossier", "DossierImpl", "DateUtils")) {
        assertThat(SourceRules.named(List.of(file("A.java", "final class " + name + " {"))))
            .as(name)
            .hasSize(1);
      }
      assertThat(
              SourceRules.named(
                  List.of(file("A.java", "record Database() {}\n/// a class Ba" + "se"))))
          .isEmpty();
    }

    @Test
    void packageWithoutDescriptionIsNoticed() {
      SourceFile type = file("m/src/main/java/a/A.java", "class A {}");
      SourceFile bare = file("m/src/main/java/a/package-info.java", "package a;");
      SourceFile good =
          file("m/src/main/java/a/package-info.java", "/// Some.\n@NullMarked\npackage a;");

      assertThat(SourceRules.described(List.of(type))).hasSize(1);
      assertThat(SourceRules.described(List.of(type, bare))).hasSize(1);
      assertThat(SourceRules.described(List.of(type, good))).isEmpty();
    }

    @Test
    void unfinishedWorkIsNoticed() {
      SourceFile swallowing = file("A.java", "try {} catch (Exc" + "eption e) {}");
      SourceFile sleeping = file("ATest.java", "Thread" + ".sleep(1);");

      assertThat(SourceRules.finished(List.of(swallowing, sleeping))).hasSize(2);
    }

    private static SourceFile file(String path, String text) {
      return new SourceFile(Path.of(path), text);
    }
  }
}
