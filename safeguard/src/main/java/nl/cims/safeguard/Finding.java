// SPDX-License-Identifier: EUPL-1.2
package nl.cims.safeguard;

/// Something that may not be so in production.
///
/// @param setting where it stands: the name of a setting, or of what was looked at
/// @param sentence what is wrong and what to do; holds no secret
public record Finding(String setting, String sentence) {

  @Override
  public String toString() {
    return setting + ": " + sentence;
  }
}
