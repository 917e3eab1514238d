// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a person stands in the table.
///
/// @param key keyed index of his number
/// @param cell his sealed description, if there is one
record Row(UUID id, byte[] key, byte @Nullable [] cell) {

  static Row of(ResultSet row) throws SQLException {
    return new Row(row.getObject(1, UUID.class), row.getBytes(2), row.getBytes(3));
  }

  byte[] sealed() {
    if (cell == null) {
      throw new IllegalStateException("somebody without a description was opened");
    }
    return cell;
  }
}
