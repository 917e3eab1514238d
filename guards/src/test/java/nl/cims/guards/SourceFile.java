// SPDX-License-Identifier: EUPL-1.2
package nl.cims.guards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A text file of this repository that people wrote: not built, not downloaded, not the result of a
/// tool, not a message that a test reads.
///
/// @param path from the root of the repository
/// @param text its content
record SourceFile(Path path, String text) {

  private static final Set<String> KINDS =
      Set.of("java", "xml", "sql", "sh", "jte", "css", "js", "mjs", "yaml", "yml", "properties");
  private static final Set<String> SCRIPTS = Set.of("cims", "run", "reproducible");
  private static final Set<String> NOT_OURS = Set.of("target", "node_modules", "assets");

  /// All of them.
  static List<SourceFile> all() {
    List<SourceFile> found = new ArrayList<>();
    try {
      Files.walkFileTree(root(), collector(found));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return found;
  }

  /// The folder of the root `pom.xml`.
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("vocabulary").resolve("pom.xml"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  String name() {
    return path.getFileName().toString();
  }

  /// The ending of the name without its dot; empty if there is none.
  String kind() {
    int dot = name().lastIndexOf('.');
    return dot < 0 ? "" : name().substring(dot + 1);
  }

  boolean isJava() {
    return kind().equals("java");
  }

  /// Whether it stands in the main sources of a module, so that it may be shipped.
  boolean isMain() {
    return path.toString().contains("/src/main/");
  }

  boolean isTest() {
    return path.toString().contains("/src/test/");
  }

  int lines() {
    return (int) text.lines().count();
  }

  private static SimpleFileVisitor<Path> collector(List<SourceFile> found) {
    Path root = root();
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        String name = folder.getFileName().toString();
        boolean hidden = name.startsWith(".") && !name.equals(".ci") && !folder.equals(root);
        return hidden || NOT_OURS.contains(name)
            ? FileVisitResult.SKIP_SUBTREE
            : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        SourceFile candidate = new SourceFile(root.relativize(file), "");
        boolean input = candidate.path().toString().contains("/src/test/resources/");
        boolean ours = KINDS.contains(candidate.kind()) || SCRIPTS.contains(candidate.name());
        if (ours && !input) {
          found.add(new SourceFile(candidate.path(), Files.readString(file)));
        }
        return FileVisitResult.CONTINUE;
      }
    };
  }
}
