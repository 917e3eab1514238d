// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import java.util.UUID;

/// A ciphertext that does not open in its place: altered, moved, or its key is gone.
public final class CellDamaged extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CellDamaged(String column, UUID row, Throwable cause) {
    super("a cell of " + column + " does not open in row " + row, cause);
  }
}
