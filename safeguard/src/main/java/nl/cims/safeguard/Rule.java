// SPDX-License-Identifier: EUPL-1.2
package nl.cims.safeguard;

import java.util.stream.Stream;

/// One thing that must hold in production. It looks at settings and at the files that they name,
/// changes nothing and calls nobody.
@FunctionalInterface
public interface Rule {

  /// What does not hold.
  Stream<Finding> findings(Settings settings);
}
