// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.keyring;

/// This copy of the keyring is older than the register has seen; opened with it, the register would
/// lead to people who were destroyed. It does not start.
public final class KeyringTooOld extends RuntimeException {

  private static final long serialVersionUID = 1L;

  KeyringTooOld(long generation, long seen) {
    super(
        "this copy of the keyring knows %d destructions, and %d were seen; restore the newest copy, and its witness file"
            .formatted(generation, seen));
  }
}
