// SPDX-License-Identifier: EUPL-1.2
package nl.cims.guards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/// A folder with tiny Maven modules that have our root `pom.xml` as their parent, so that each
/// guard of the build can be tried on one.
final class TinyModules {

  private final Path folder;
  private final Set<String> names = new LinkedHashSet<>();

  TinyModules(Path folder) {
    this.folder = folder;
    Path options = Path.of(".mvn", "jvm.config");
    put(options.toString(), read(SourceFile.root().resolve(options)));
    put("house/pom.xml", read(SourceFile.root().resolve("pom.xml")));
  }

  Path folder() {
    return folder;
  }

  /// A module whose sources keep every rule; `more` goes into its `pom.xml`.
  TinyModules module(String name, String more) {
    names.add(name);
    put(
        name + "/pom.xml",
        """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <parent><groupId>nl.cims</groupId><artifactId>cims</artifactId><version>0.1.0</version>
            <relativePath>../house/pom.xml</relativePath></parent>
          <artifactId>%s</artifactId>
          <name>%s</name>
          %s
        </project>
        """
            .formatted(name, name, more));
    put(
        name + "/src/main/java/tiny/package-info.java",
        """
        // SPDX-License-Identifier: EUPL-1.2
        /// A tiny package.
        @NullMarked
        package tiny;

        import org.jspecify.annotations.NullMarked;
        """);
    source(
        name,
        """
        // SPDX-License-Identifier: EUPL-1.2
        package tiny;

        /// A greeting.
        record Greeting(String name) {

          String text() {
            return "Good morning, " + name;
          }
        }
        """);
    put(
        name + "/src/test/java/tiny/GreetingTest.java",
        """
        // SPDX-License-Identifier: EUPL-1.2
        package tiny;

        import static org.assertj.core.api.Assertions.assertThat;

        import org.junit.jupiter.api.Test;

        class GreetingTest {

          @Test
          void greets() {
            assertThat(new Greeting("Anna")).isNotNull();
          }
        }
        """);
    return this;
  }

  /// Another main source for this module in place of the sound one.
  TinyModules source(String name, String java) {
    return put(name + "/src/main/java/tiny/Greeting.java", java);
  }

  /// A module with these coordinates, no sources and no parent.
  TinyModules foreign(String name, String group, String artifact, String version, String needs) {
    names.add(name);
    return put(
        name + "/pom.xml",
        """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>
          <packaging>pom</packaging>
          <dependencies>%s</dependencies>
        </project>
        """
            .formatted(group, artifact, version, needs));
  }

  /// Writes the `pom.xml` that builds them all.
  TinyModules together() {
    StringBuilder modules = new StringBuilder();
    names.forEach(name -> modules.append("<module>").append(name).append("</module>"));
    return put(
        "pom.xml",
        """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>tiny</groupId><artifactId>all</artifactId><version>1</version>
          <packaging>pom</packaging>
          <modules>%s</modules>
        </project>
        """
            .formatted(modules));
  }

  /// Copies every `pom.xml` of the repository, and nothing else but the options of the JVM.
  TinyModules copyOfOurs() {
    for (SourceFile file : SourceFile.all()) {
      if (file.name().equals("pom.xml")) {
        put(file.path().toString(), file.text());
      }
    }
    return this;
  }

  /// Changes one file; the text to be replaced must be there.
  TinyModules change(String file, String from, String to) {
    String text = read(folder.resolve(file));
    if (!text.contains(from)) {
      throw new IllegalStateException(file + " has no '" + from + "'");
    }
    return put(file, text.replace(from, to));
  }

  TinyModules put(String file, String text) {
    try {
      Path target = folder.resolve(file);
      Files.createDirectories(target.getParent());
      Files.writeString(target, text);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return this;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
