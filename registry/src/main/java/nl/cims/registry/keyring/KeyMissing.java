// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.keyring;

/// A key is neither in the keyring nor destroyed: this is not the newest copy of it.
public final class KeyMissing extends RuntimeException {

  private static final long serialVersionUID = 1L;

  KeyMissing() {
    super("a key is neither in the keyring nor destroyed; restore the newest copy");
  }
}
