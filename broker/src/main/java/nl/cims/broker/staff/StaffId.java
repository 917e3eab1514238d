// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.springframework.security.web.webauthn.api.Bytes;

/// Somebody of the staff, for as long as there is an account: `sub` of every token and, as its
/// sixteen bytes, the user handle of every passkey. Drawn at random; says nothing of a person.
public record StaffId(UUID value) {

  /// One that nobody has yet.
  static StaffId drawn() {
    return new StaffId(UUID.randomUUID());
  }

  /// The one that is written like this.
  ///
  /// @throws IllegalArgumentException if none is
  public static StaffId parse(String text) {
    return new StaffId(UUID.fromString(text));
  }

  Bytes handle() {
    return new Bytes(
        ByteBuffer.allocate(16)
            .putLong(value.getMostSignificantBits())
            .putLong(value.getLeastSignificantBits())
            .array());
  }

  static StaffId of(Bytes handle) {
    ByteBuffer bytes = ByteBuffer.wrap(handle.getBytes());
    return new StaffId(new UUID(bytes.getLong(), bytes.getLong()));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
