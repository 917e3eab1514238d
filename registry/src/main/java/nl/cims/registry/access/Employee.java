// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.access;

import java.util.Optional;
import java.util.Set;

/// A member of staff who has logged in at the broker with a passkey.
///
/// @param id random and stable, as the broker knows him
/// @param name his name, for colleagues and the access log; citizens never see it
/// @param roles what he is for
public record Employee(String id, String name, Set<StaffRole> roles) {

  public Employee {
    roles = Set.copyOf(roles);
  }

  /// Whether he may do this.
  public boolean may(Permission permission) {
    return roleFor(permission).isPresent();
  }

  /// The role in which he may do this; empty if he may not.
  public Optional<StaffRole> roleFor(Permission permission) {
    return permission.roles().stream().filter(roles::contains).findFirst();
  }

  @Override
  public String toString() {
    return "Employee[hidden]";
  }
}
