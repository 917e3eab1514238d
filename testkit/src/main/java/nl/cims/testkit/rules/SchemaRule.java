// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The SQL of a module names the schema of that module and no other. It is found in the string
/// constants of compiled classes and in the text of migrations.
public final class SchemaRule {

  private static final Pattern SQL =
      Pattern.compile(
          "\\b(SELECT|INSERT|UPDATE|DELETE|FROM|JOIN|MERGE|CREATE|ALTER|GRANT|REFERENCES)\\b");

  private final Set<String> schemas;
  private final Set<String> seen = new TreeSet<>();
  private final Set<String> trespasses = new TreeSet<>();

  /// @param schemas the names of all schemas
  public SchemaRule(Set<String> schemas) {
    this.schemas = Set.copyOf(schemas);
  }

  /// Looks at every string constant of these classes. A module within a module has a schema of its
  /// own if there is one of both names, joined by an underscore.
  ///
  /// @param root the package under which each module has one of its own
  public SchemaRule look(JavaClasses classes, String root) {
    for (JavaClass candidate : classes) {
      String module = module(candidate.getPackageName(), root);
      for (String text : strings(candidate)) {
        look(module, candidate.getSimpleName(), text);
      }
    }
    return this;
  }

  /// Looks at one text of a module.
  public SchemaRule look(String module, String where, String text) {
    if (SQL.matcher(text).find()) {
      for (String schema : schemas) {
        Matcher named =
            Pattern.compile("(?<![\\w.'])" + schema + "\\.\\w+")
                .matcher(text.toLowerCase(Locale.ROOT));
        while (named.find()) {
          seen.add(schema);
          if (!schema.equals(module)) {
            trespasses.add(where + " of module '" + module + "' names " + named.group());
          }
        }
      }
    }
    return this;
  }

  /// The schemas that were named at all, so that a test knows it looked.
  public Set<String> seen() {
    return Set.copyOf(seen);
  }

  /// Each place where a module names the schema of another.
  public List<String> trespasses() {
    return List.copyOf(trespasses);
  }

  private String module(String packageName, String root) {
    if (packageName.equals(root)) {
      return "";
    }
    String[] below = packageName.substring(root.length() + 1).split("\\.", 3);
    String inner = below.length == 1 ? below[0] : below[0] + "_" + below[1];
    return schemas.contains(inner) ? inner : below[0];
  }

  private static List<String> strings(JavaClass candidate) {
    List<String> found = new ArrayList<>();
    var source = candidate.getSource();
    if (source.isEmpty()) {
      return found;
    }
    try (InputStream in = source.get().getUri().toURL().openStream()) {
      for (PoolEntry entry : ClassFile.of().parse(in.readAllBytes()).constantPool()) {
        if (entry instanceof StringEntry text) {
          found.add(text.stringValue());
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return found;
  }
}
