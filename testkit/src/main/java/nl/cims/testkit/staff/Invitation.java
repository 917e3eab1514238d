// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.staff;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Enters somebody of the staff in the broker's database past its administrators, and gives him the
/// one-time code that an invitation would give him. Needs the rights of the database's owner.
public final class Invitation {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final SecureRandom RANDOM = new SecureRandom();

  private static final String ADD =
      """
      INSERT INTO broker.staff (id, name, roles, created_at)
      SELECT gen_random_uuid(), ?, ?, now()
      WHERE NOT EXISTS (SELECT FROM broker.staff WHERE name = ?)
      """;

  /// The broker keeps the SHA-256 of a code without its hyphens.
  private static final String PUT_CODE =
      """
      INSERT INTO broker.staff_code (staff, hash, expires_at)
      SELECT s.id, sha256(convert_to('code:' || replace(?, '-', ''), 'UTF8')), now() + interval '24 hours'
      FROM broker.staff s
      WHERE s.name = ? AND s.suspended_at IS NULL
        AND NOT EXISTS (SELECT FROM broker.passkey p WHERE p.staff = s.id)
      ON CONFLICT (staff) DO UPDATE SET hash = excluded.hash, expires_at = excluded.expires_at
      """;

  private Invitation() {}

  /// Enters him if there is nobody of that name.
  ///
  /// @param name under which staff know him
  /// @param roles as the broker names them
  /// @return a new code, in place of any earlier one; none if he has passkeys or is suspended
  public static Optional<String> of(Connection broker, String name, List<String> roles)
      throws SQLException {
    try (PreparedStatement add = broker.prepareStatement(ADD);
        PreparedStatement put = broker.prepareStatement(PUT_CODE)) {
      add.setString(1, name);
      add.setArray(2, broker.createArrayOf("text", roles.toArray()));
      add.setString(3, name);
      add.executeUpdate();
      String code = code();
      put.setString(1, code);
      put.setString(2, name);
      return put.executeUpdate() == 1 ? Optional.of(code) : Optional.empty();
    }
  }

  private static String code() {
    String drawn =
        RANDOM
            .ints(20, 0, ALPHABET.length())
            .mapToObj(each -> String.valueOf(ALPHABET.charAt(each)))
            .collect(Collectors.joining());
    return drawn.replaceAll("(.{5})(?!$)", "$1-");
  }
}
