// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.immunisation;

import java.util.Optional;

/// The life of a fact: every allowed step, and no other. A withdrawn fact stays withdrawn.
///
/// ```
/// (nothing)  --RECORDED-->  recorded
/// (nothing)  --CORRECTED--> recorded    what it corrects was reported, and never believed
/// recorded   --CORRECTED--> recorded
/// recorded   --WITHDRAWN--> withdrawn
/// ```
public enum LifeCycle {
  RECORDED,
  CORRECTED,
  WITHDRAWN;

  /// Whether this may happen to a fact with which that happened last.
  ///
  /// @param last what happened last; empty if there is no fact yet
  public boolean mayFollow(Optional<LifeCycle> last) {
    return switch (this) {
      case RECORDED -> last.isEmpty();
      case CORRECTED -> last.isEmpty() || last.get() != WITHDRAWN;
      case WITHDRAWN -> last.isPresent() && last.get() != WITHDRAWN;
    };
  }
}
