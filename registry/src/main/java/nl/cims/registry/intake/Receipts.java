// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import com.google.crypto.tink.jwt.RawJwt;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import nl.cims.registry.keyring.Keyring;
import nl.cims.registry.protection.ErasableSealing;
import nl.cims.registry.protection.Protection;
import nl.cims.registry.protection.Signing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Signed receipts: proof for a sender that the register holds what he sent. They can be asked for
/// as long as the register keeps the report, and say the same each time.
@Service
public class Receipts {

  private static final String ISSUER = "cims";

  private static final String FIND =
      """
      SELECT r.id, r.dose, r.received_at, r.anonymous, m.id, m.media_type, m.body, m.link
      FROM intake.report r JOIN intake.vaccination v ON v.index = r.vaccination LEFT JOIN intake.message m ON m.id = r.message
      WHERE r.id = ? AND v.source = ?
      """;

  private final JdbcClient jdbc;
  private final Keyring keyring;
  private final ErasableSealing bodies;
  private final Signing signing;

  Receipts(JdbcClient jdbc, Keyring keyring, Protection protection) {
    this.jdbc = jdbc;
    this.keyring = keyring;
    this.bodies = protection.erasable("intake.message.body");
    this.signing = protection.signing("intake-receipts");
  }

  /// The receipt of a report, as a compact JWS: `sub` the source, `jti` the report, `iat` when it
  /// was committed, `vaccination` its id in the register, `anonymous` whether it was kept without
  /// the person, and `sha256` of the message as sent, in base64url, where its bytes are kept and
  /// still lead to a person.
  ///
  /// @param source who asks; he gets only his own
  public Optional<String> signed(String source, UUID report) {
    return jdbc.sql(FIND)
        .params(report, source)
        .query((row, number) -> signing.sign(statement(source, row)))
        .optional();
  }

  /// The receipt of a file whose rows are taken up later: `sub` the source, `jti` the file, `iat`
  /// when it was committed, and `sha256` of its bytes, in base64url, where it is known.
  public String ofFile(String source, UUID file, Instant receivedAt, Optional<byte[]> sha256) {
    RawJwt.Builder statement = statement(source, file.toString(), receivedAt);
    sha256.ifPresent(hash -> statement.addStringClaim("sha256", base64(hash)));
    return signing.sign(statement.build());
  }

  private static RawJwt.Builder statement(String source, String id, Instant receivedAt) {
    return RawJwt.newBuilder()
        .setIssuer(ISSUER)
        .setSubject(source)
        .setJwtId(id)
        .setIssuedAt(receivedAt)
        .withoutExpiration();
  }

  /// The keys by which anybody can check a receipt, as a JWK set.
  public String publicKeys() {
    return signing.publicKeys();
  }

  private RawJwt statement(String source, ResultSet row) throws SQLException {
    Instant receivedAt = Rows.instant(row, 3);
    RawJwt.Builder statement =
        statement(source, row.getString(1), receivedAt)
            .addStringClaim("vaccination", row.getString(2))
            .addBooleanClaim("anonymous", row.getBoolean(4));
    UUID message = row.getObject(5, UUID.class);
    if (message != null && !Delivery.CANONICAL.equals(row.getString(6))) {
      byte[] body = row.getBytes(7);
      keyring
          .behind(row.getObject(8, UUID.class))
          .ifPresent(
              key -> statement.addStringClaim("sha256", sha256(bodies.open(key, message, body))));
    }
    return statement.build();
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String sha256(byte[] bytes) {
    try {
      return base64(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
