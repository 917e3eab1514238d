// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff;

/// The account of somebody of the staff.
///
/// @param name as colleagues know him
/// @param suspended whether he may not log in
/// @param passkeys how many he has
/// @param coded whether a code waits for him with which to register passkeys
public record Account(
    StaffId id, String name, Roles roles, boolean suspended, int passkeys, boolean coded) {

  /// With fewer passkeys nobody can do anything but register another.
  public static final int PASSKEYS_NEEDED = 2;

  /// Whether he can log in and work.
  public boolean isActive() {
    return !suspended && passkeys >= PASSKEYS_NEEDED;
  }

  boolean isActiveAdministrator() {
    return isActive() && roles.has(Role.ADMINISTRATOR);
  }

  @Override
  public String toString() {
    return "Account[" + id + "]";
  }
}
