// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.cims.vocabulary.InvalidValue;

/// The roles that one person holds: at least one; administrator and auditor each alone. So neither
/// excludes only the other, but every role that sees dossiers too.
///
/// @param all in the order of [Role]
public record Roles(List<Role> all) {

  /// @throws InvalidValue if nobody may hold these together
  public Roles {
    if (all.isEmpty()) {
      throw new InvalidValue("everybody of the staff has a role");
    }
    all = List.copyOf(EnumSet.copyOf(all));
    if (all.size() > 1 && all.stream().anyMatch(Role::isHeldAlone)) {
      throw new InvalidValue("administrator and auditor are held alone");
    }
  }

  /// These roles.
  public static Roles of(Role... roles) {
    return new Roles(Arrays.asList(roles));
  }

  /// Whether this is one of them.
  public boolean has(Role role) {
    return all.contains(role);
  }

  /// As tokens name them.
  public List<String> claims() {
    return all.stream().map(Role::claim).toList();
  }

  /// Whether they hold nothing that others do not.
  boolean isWithin(Roles others) {
    return Set.copyOf(others.all).containsAll(all);
  }

  /// As the database keeps them: names with a space between.
  String joined() {
    return all.stream().map(Role::name).collect(Collectors.joining(" "));
  }

  static Roles named(Collection<String> names) {
    return new Roles(names.stream().map(Role::valueOf).toList());
  }
}
