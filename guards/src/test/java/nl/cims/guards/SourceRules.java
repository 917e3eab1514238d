// SPDX-License-Identifier: EUPL-1.2
package nl.cims.guards;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What every source file must keep to. Each rule answers with the files that break it, one
/// sentence each.
final class SourceRules {

  private static final int LONGEST_FILE = 300;
  private static final int LONGEST_TEST = 450;
  private static final String SPDX = "SPDX-License-Identifier: EUPL-1.2";
  private static final Set<String> EMPTY_WORDS =
      Set.of(
          "Impl",
          "Util",
          "Utils",
          "Manager",
          "Helper",
          "Helpers",
          "Common",
          "Commons",
          "Abstract",
          "Base");
  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|interface|record|enum)\\s+([A-Z]\\w*)");
  private static final Pattern WORD = Pattern.compile("[A-Z][a-z0-9]*");

  private SourceRules() {}

  /// The licence stands in the first lines: as the first of a Java file, within the first five
  /// elsewhere, since a shebang or an XML declaration comes before it.
  static List<String> licensed(List<SourceFile> files) {
    List<String> broken = new ArrayList<>();
    for (SourceFile file : files) {
      long within = file.isJava() ? 1 : 5;
      if (file.text().lines().limit(within).noneMatch(line -> line.contains(SPDX))) {
        broken.add(file.path() + " has no line '" + SPDX + "' at its top");
      }
    }
    return broken;
  }

  /// No Java file, template, style sheet or migration is longer than 300 lines, no test longer than
  /// 450.
  static List<String> shortEnough(List<SourceFile> files) {
    return files.stream()
        .filter(file -> Set.of("java", "jte", "css", "sql").contains(file.kind()))
        .filter(file -> file.lines() > (file.isTest() ? LONGEST_TEST : LONGEST_FILE))
        .map(file -> file.path() + " has " + file.lines() + " lines; divide it by task")
        .toList();
  }

  /// No type has a word in its name that says nothing.
  static List<String> named(List<SourceFile> files) {
    List<String> broken = new ArrayList<>();
    for (SourceFile file : files) {
      if (file.isJava()) {
        Matcher type = TYPE.matcher(withoutComments(file.text()));
        while (type.find()) {
          Matcher word = WORD.matcher(type.group(1));
          while (word.find()) {
            if (EMPTY_WORDS.contains(word.group())) {
              broken.add(file.path() + ": " + type.group(1) + " says '" + word.group() + "'");
            }
          }
        }
      }
    }
    return broken;
  }

  /// Every package of the main sources has a `package-info.java` with a sentence and `@NullMarked`.
  static List<String> described(List<SourceFile> files) {
    Map<Path, List<SourceFile>> packages =
        files.stream()
            .filter(file -> file.isJava() && file.isMain())
            .collect(
                Collectors.groupingBy(
                    file -> file.path().resolveSibling(""), TreeMap::new, Collectors.toList()));
    List<String> broken = new ArrayList<>();
    packages.forEach(
        (folder, members) -> {
          boolean good =
              members.stream()
                  .filter(file -> file.name().equals("package-info.java"))
                  .map(SourceFile::text)
                  .anyMatch(text -> text.contains("@NullMarked") && text.contains("///"));
          if (!good) {
            broken.add(folder + " has no package-info.java with a sentence and @NullMarked");
          }
        });
    return broken;
  }

  /// Nothing is left undone, swallowed or waited for blindly.
  static List<String> finished(List<SourceFile> files) {
    Map<String, String> forbidden =
        Map.of(
            "TO" + "DO", "finish it, or open an issue",
            "FIX" + "ME", "finish it, or open an issue",
            "Thread" + ".sleep", "wait for what must happen",
            "catch (Exc" + "eption ", "catch what can happen",
            "catch (Thr" + "owable ", "catch what can happen",
            "@aut" + "hor", "version control knows who");
    List<String> broken = new ArrayList<>();
    for (SourceFile file : files) {
      if (file.isJava()) {
        forbidden.forEach(
            (word, advice) -> {
              if (file.text().contains(word)) {
                broken.add(file.path() + " has '" + word + "': " + advice);
              }
            });
      }
    }
    return broken;
  }

  private static String withoutComments(String text) {
    return text.replaceAll("(?m)^\\s*(///?|\\*|/\\*).*$", "");
  }
}
