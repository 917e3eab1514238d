// SPDX-License-Identifier: EUPL-1.2
package nl.cims.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each guard of the build is tried on a tiny module that breaks its rule and no other; one that
/// breaks none is built.
class BuildGuardsIT {

  private static final String WITHOUT_TESTS =
      "<properties><maven.test.skip>true</maven.test.skip></properties>";

  @TempDir private static Path folder;
  private static MavenRun run;

  @BeforeAll
  static void buildAll() {
    TinyModules modules =
        new TinyModules(folder)
            .module("sound", "")
            .module("crooked", WITHOUT_TESTS)
            .source("crooked", greeting("").replace("  String text", "      String text"))
            .put(
                "crooked/src/main/java/tiny/Farewell.java",
                "package tiny;\n\nrecord Farewell() {}\n")
            .module("careless", "")
            .source("careless", greeting("if (name == \"Anna\") { return name; }"))
            .module("nullable", "")
            .source("nullable", greeting("if (name.isEmpty()) { return null; }"))
            .module("untested", "<properties><coverage.lines>0.95</coverage.lines></properties>")
            .together();
    run = MavenRun.in(modules.folder(), "verify");
  }

  @Test
  void soundModuleIsBuilt() {
    assertThat(run.built("sound")).as(run.log()).isTrue();
    assertThat(run.about("sound", "sound")).doesNotContain("ERROR");
  }

  @Test
  void spotlessRefusesAnotherFormat() {
    assertThat(run.built("crooked")).isFalse();
    assertThat(said("crooked")).contains("spotless", "had format violations", "Greeting.java");
  }

  @Test
  void spotlessRefusesAFileWithoutLicence() {
    assertThat(run.built("crooked")).isFalse();
    assertThat(said("crooked")).contains("Farewell.java", "+//·SPDX-License-Identifier:·EUPL-1.2");
  }

  @Test
  void errorProneRefusesWhatItOnlyWarnsOf() {
    assertThat(run.built("careless")).isFalse();
    assertThat(said("careless")).contains("[ReferenceEquality]", "-Werror");
  }

  @Test
  void nullAwayRefusesANullThatIsNotDeclared() {
    assertThat(run.built("nullable")).isFalse();
    assertThat(said("nullable")).contains("[NullAway] returning @Nullable expression");
  }

  @Test
  void jacocoRefusesLessThanTheFloor() {
    assertThat(run.built("untested")).isFalse();
    assertThat(said("untested")).contains("lines covered ratio", "expected minimum is 0.95");
  }

  private static String said(String name) {
    return run.about(name, name);
  }

  /// A sound source with this line at the start of its method.
  private static String greeting(String line) {
    return """
    // SPDX-License-Identifier: EUPL-1.2
    package tiny;

    /// A greeting.
    record Greeting(String name) {

      String text() {
        %s
        return "Good morning, " + name;
      }
    }
    """
        .formatted(line)
        .replaceAll("(?m)^ +\n", "");
  }
}
