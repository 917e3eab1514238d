// SPDX-License-Identifier: EUPL-1.2
package nl.cims.guards;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a document names as proof, between backticks: a type behind its module or package
/// (`gateway/Route`), a test of one (`gateway/RouteIT.hasNothingElse`) or a file by its path. All
/// else between backticks is left alone.
final class Evidence {

  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
  private static final Pattern TYPE = Pattern.compile("([a-z]+)/([A-Z]\\w*)(?:\\.([a-z]\\w*))?");
  private static final Pattern FILE =
      Pattern.compile(
          "(?:[\\w.-]+/)+[\\w.-]+\\.(?:java|yaml|sql|xml|jte|css|js|mjs|properties|json|txt|md)");
  private static final Pattern ANNOTATED =
      Pattern.compile("@(?:Test|ParameterizedTest|RepeatedTest|TestFactory)\\b");

  private final Path root;
  private final List<SourceFile> sources;

  /// @param root folder from which paths are named
  /// @param sources where types are looked for
  Evidence(Path root, List<SourceFile> sources) {
    this.root = root;
    this.sources = sources.stream().filter(SourceFile::isJava).toList();
  }

  /// Everything that this text names and that could be missing.
  static List<String> named(String text) {
    return text.lines()
        .flatMap(line -> QUOTED.matcher(line).results())
        .map(quoted -> quoted.group(1))
        .filter(name -> TYPE.matcher(name).matches() || FILE.matcher(name).matches())
        .toList();
  }

  /// What this text names and is not there.
  List<String> missing(String text) {
    return named(text).stream().filter(name -> !isThere(name)).toList();
  }

  /// Whether this text names a test that is there.
  boolean holdsATest(String text) {
    return named(text).stream()
        .anyMatch(name -> TYPE.matcher(name).matches() && name.contains(".") && isThere(name));
  }

  private boolean isThere(String name) {
    Matcher type = TYPE.matcher(name);
    if (type.matches()) {
      Optional<String> test = Optional.ofNullable(type.group(3));
      return files(type.group(1), type.group(2))
          .anyMatch(file -> test.isEmpty() || hasTest(file, test.get()));
    }
    return Files.exists(root.resolve(name)) || Files.exists(root.resolve("docs").resolve(name));
  }

  private Stream<SourceFile> files(String folder, String type) {
    return sources.stream()
        .filter(file -> file.name().equals(type + ".java"))
        .filter(file -> ("/" + file.path()).contains("/" + folder + "/"));
  }

  /// A method of this name with an annotation that makes it a test, in the lines directly above it.
  private static boolean hasTest(SourceFile file, String name) {
    Matcher method = Pattern.compile("(?:void|>)\\s+" + name + "\\s*\\(").matcher(file.text());
    while (method.find()) {
      String before = file.text().substring(0, method.start());
      if (ANNOTATED.matcher(before.substring(before.lastIndexOf("\n\n") + 1)).find()) {
        return true;
      }
    }
    return false;
  }
}
