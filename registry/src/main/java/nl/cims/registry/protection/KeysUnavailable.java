// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import org.jspecify.annotations.Nullable;

/// The keys are not there or do not open; without them the register does not start.
public final class KeysUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  KeysUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
