// SPDX-License-Identifier: EUPL-1.2
package nl.cims.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The enforcer lets our own `pom.xml` files pass, and each arrow drawn the wrong way is refused.
class DependencyGuardsIT {

  @TempDir private static Path newer;
  @TempDir private static Path bent;
  @TempDir private static Path tiny;
  private static MavenRun wrong;
  private static MavenRun foreign;

  @BeforeAll
  static void validateAll() {
    // Wrong arrows bring diverging versions along, which would be reported first.
    wrong =
        MavenRun.in(
            withWrongArrows().folder(), "-Denforcer.skipRules=dependencyConvergence", "validate");
    foreign = MavenRun.in(withForeignModules().folder(), "validate");
  }

  private static TinyModules withWrongArrows() {
    TinyModules modules = new TinyModules(bent).copyOfOurs();
    add(modules, "portal", "nl.cims", "registry");
    add(modules, "portal", "org.springframework.boot", "spring-boot-starter-jdbc");
    add(modules, "gateway", "org.postgresql", "postgresql");
    add(modules, "broker", "nl.cims", "contracts");
    add(modules, "contracts", "tools.jackson.core", "jackson-databind");
    add(modules, "registry", "nl.cims", "broker");
    return modules.change(
        "vocabulary/pom.xml",
        "<artifactId>jackson-databind</artifactId><scope>test</scope>",
        "<artifactId>jackson-databind</artifactId>");
  }

  private static void add(TinyModules modules, String module, String group, String artifact) {
    modules.change(
        module + "/pom.xml", "<dependencies>", "<dependencies>" + needs(group, artifact, ""));
  }

  private static TinyModules withForeignModules() {
    return new TinyModules(tiny)
        .foreign("shared-1", "tiny", "shared", "1", "")
        .foreign("shared-2", "tiny", "shared", "2", "")
        .foreign("left", "tiny", "left", "1", needs("tiny", "shared", "1"))
        .foreign("right", "tiny", "right", "1", needs("tiny", "shared", "2"))
        .foreign("log4j", "log4j", "log4j", "1", "")
        .foreign("testkit", "nl.cims", "testkit", "1", "")
        .module("shipping", "<dependencies>" + needs("nl.cims", "testkit", "1") + "</dependencies>")
        .module(
            "diverging",
            "<dependencies>"
                + needs("tiny", "left", "1")
                + needs("tiny", "right", "1")
                + "</dependencies>")
        .module("logging", "<dependencies>" + needs("log4j", "log4j", "1") + "</dependencies>")
        .together();
  }

  private static String needs(String group, String artifact, String version) {
    return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId>%s%s</dependency>"
        .formatted(
            group,
            artifact,
            version.isEmpty() ? "" : "<version>" + version + "</version>",
            version.isEmpty() ? "" : "<type>pom</type>");
  }

  @Test
  void straightArrowsPass() {
    assertThat(wrong.built("CIMS pages")).as(wrong.log()).isTrue();
    assertThat(wrong.built("CIMS testkit")).isTrue();
    assertThat(foreign.built("left")).isTrue();
  }

  @Test
  void portalMayNotUseTheRegistry() {
    assertThat(refusal(wrong, "portal"))
        .contains("The portal never uses the registry", "nl.cims:registry");
  }

  @Test
  void portalMayNotReachADatabaseEvenIndirectly() {
    assertThat(refusal(wrong, "portal")).contains("spring-jdbc", "HikariCP");
  }

  @Test
  void gatewayMayNotUseADatabaseDriver() {
    assertThat(refusal(wrong, "gateway"))
        .contains("The gateway never uses the registry, nor a database driver", "postgresql");
  }

  @Test
  void brokerMayNotUseContracts() {
    assertThat(refusal(wrong, "broker"))
        .contains("The broker never uses contracts", "nl.cims:contracts");
  }

  @Test
  void registryMayNotUseAnotherDeployable() {
    assertThat(refusal(wrong, "registry"))
        .contains("The registry never uses another deployable", "nl.cims:broker");
  }

  @Test
  void vocabularyAndContractsMayNotUseALibrary() {
    assertThat(refusal(wrong, "vocabulary"))
        .contains("depends on nothing but JSpecify", "jackson-databind");
    assertThat(refusal(wrong, "contracts"))
        .contains("use the vocabulary and nothing else", "jackson-databind");
  }

  @Test
  void testkitMayNotStandOnAProductionClassPath() {
    assertThat(refusal(foreign, "shipping"))
        .contains("stand on no production class path", "nl.cims:testkit");
  }

  @Test
  void twoVersionsOfOneLibraryAreRefused() {
    assertThat(refusal(foreign, "diverging"))
        .contains("Dependency convergence error for tiny:shared:pom:1");
  }

  @Test
  void secondLoggingBindingIsRefused() {
    assertThat(refusal(foreign, "logging")).contains("no second binding", "log4j:log4j");
  }

  @Test
  void olderJavaIsRefused() {
    // No older Java is at hand, so the rule asks for one that does not exist yet.
    TinyModules asking =
        new TinyModules(newer).copyOfOurs().change("pom.xml", "<version>[25,)", "<version>[99,)");
    MavenRun run = MavenRun.in(asking.folder(), "-N", "validate");

    assertThat(run.log()).contains("CIMS is built with JDK 25 or later");
  }

  private static String refusal(MavenRun run, String artifact) {
    return run.log()
        .lines()
        .dropWhile(
            line -> !line.contains("enforce") || !line.contains(" on project " + artifact + ":"))
        .takeWhile(line -> !line.contains("-> [Help"))
        .reduce("", (text, line) -> text + line + "\n");
  }
}
