// SPDX-License-Identifier: EUPL-1.2
package nl.cims.safeguard;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/// The rules of one deployable, beside those that hold everywhere. Found by [ServiceLoader].
public interface Rules {

  /// Its rules.
  List<Rule> rules();

  /// What of these settings may not be in production: by the rules that hold everywhere and those
  /// of the deployables on the class path.
  static List<Finding> findings(Settings settings) {
    Stream<Rule> own =
        ServiceLoader.load(Rules.class).stream().flatMap(each -> each.get().rules().stream());
    return Stream.concat(Everywhere.RULES.stream(), own)
        .flatMap(rule -> rule.findings(settings))
        .toList();
  }
}
