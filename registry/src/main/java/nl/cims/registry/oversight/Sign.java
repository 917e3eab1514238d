// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.oversight;

/// Signs that somebody looks up what he has no business with. Each counts something, and says from
/// which count on it leads to which [Measure]; zero stands for never. The counts were chosen with a
/// year of ordinary work that was made up (`NormalWorkTest`), and have to be looked at again with
/// the work of real staff.
public enum Sign {
  /// People looked up under one case, in a day. A family is one case.
  ONE_CASE(9, 12, 16, 30),
  /// People looked up in a day, in percents of what is usual in this role and for this purpose.
  ABOVE_PEERS(250, 350, 600, 1000),
  /// People of one day whose numbers follow each other.
  NEIGHBOURING_NUMBERS(3, 0, 4, 7),
  /// Numbers of one day that nobody has in the register, if they are a third of what was tried.
  UNKNOWN_NUMBERS(5, 8, 15, 30),
  /// Cases of one day about people with the same surname.
  SAME_NAME(4, 8, 12, 20),
  /// People of one week who bear the employee's own surname.
  OWN_NAME(2, 0, 4, 8),
  /// People of one day, looked up outside working hours.
  OUTSIDE_HOURS(3, 0, 10, 25),
  /// People of one week, looked up to get their data right, if nothing was done about nine in ten.
  NOTHING_DONE(15, 30, 50, 0),
  /// People of one day, opened in an emergency.
  EMERGENCIES(3, 0, 0, 6),
  /// Employees who looked up the same person in a week, each for a case of his own.
  MANY_EYES(4, 0, 6, 0);

  private final int noted;
  private final int slowed;
  private final int passkey;
  private final int suspended;

  Sign(int noted, int slowed, int passkey, int suspended) {
    this.noted = noted;
    this.slowed = slowed;
    this.passkey = passkey;
    this.suspended = suspended;
  }

  /// What this count leads to.
  Measure measure(int count) {
    if (reaches(count, suspended)) {
      return Measure.SUSPENDED;
    }
    if (reaches(count, passkey)) {
      return Measure.PASSKEY_AGAIN;
    }
    if (reaches(count, slowed)) {
      return Measure.SLOWED;
    }
    return reaches(count, noted) ? Measure.NOTED : Measure.NONE;
  }

  private static boolean reaches(int count, int step) {
    return step > 0 && count >= step;
  }
}
