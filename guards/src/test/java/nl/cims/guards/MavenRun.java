// SPDX-License-Identifier: EUPL-1.2
package nl.cims.guards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// One run of Maven in a folder, with what it printed.
///
/// @param log everything on both channels, without colours
record MavenRun(String log) {

  private static final Pattern COLOUR = Pattern.compile("\\e\\[[0-9;]*m");

  /// Runs the same Maven that runs this test, going on after each failure.
  ///
  /// @param folder where the `pom.xml` stands
  static MavenRun in(Path folder, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("maven.home"), "bin", "mvn").toString());
    command.addAll(List.of("-B", "-fn", "-Dsbom.skip"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    // Short runs: compiling less of Maven itself halves their time.
    builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    try {
      Process maven = builder.start();
      maven.getOutputStream().close();
      String printed = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      maven.waitFor();
      if (!printed.contains("[INFO] Building ")) {
        throw new IllegalStateException("Maven built nothing: " + printed);
      }
      return new MavenRun(COLOUR.matcher(printed).replaceAll(""));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the test run was stopped", stopped);
    }
  }

  /// Whether the module with this name (`<name>`) was built without a failure.
  boolean built(String name) {
    return Pattern.compile("(?m)^\\[INFO\\] " + Pattern.quote(name) + "( [0-9.]+)? \\.+ SUCCESS")
        .matcher(log)
        .find();
  }

  /// What Maven says about this module between its start and the start of the next, and in its
  /// summary of failures.
  String about(String artifact, String name) {
    StringBuilder said = new StringBuilder();
    boolean inside = false;
    for (String line : log.lines().toList()) {
      if (line.matches("\\[INFO\\] Building .*\\[\\d+/\\d+\\]")) {
        inside = line.startsWith("[INFO] Building " + name + " ");
      } else if (line.startsWith("[ERROR] Failed to execute goal")) {
        inside = line.contains(" on project " + artifact + ":");
      } else if (line.startsWith("[INFO] Reactor Summary")) {
        inside = false;
      }
      if (inside) {
        said.append(line).append('\n');
      }
    }
    return said.toString();
  }
}
