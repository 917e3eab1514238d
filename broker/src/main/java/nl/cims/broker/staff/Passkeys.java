// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/// The passkeys of staff, in PostgreSQL. Public keys only: what signs never leaves its device.
@Component
public class Passkeys implements UserCredentialRepository {

  private static final String COLUMNS =
      """
      SELECT credential_id, staff, name, public_key, sign_count, transports, backup_eligible,
        backed_up, attestation, created_at, used_at
      FROM broker.passkey
      """;

  private static final String FIND = COLUMNS + "WHERE credential_id = :id";
  private static final String OF = COLUMNS + "WHERE staff = :staff ORDER BY created_at";

  private static final String ADD =
      """
      INSERT INTO broker.passkey (credential_id, staff, name, public_key, sign_count, transports,
        backup_eligible, backed_up, attestation, created_at)
      VALUES (:id, :staff, :name, :key, :count, string_to_array(:transports, ' '), :eligible, :backed,
        :attestation, :now)
      """;

  private static final String USED =
      """
      UPDATE broker.passkey SET sign_count = :count, backed_up = :backed, used_at = :now
      WHERE credential_id = :id AND (sign_count < :count OR :count = 0)
      """;

  private static final String REMOVE =
      "DELETE FROM broker.passkey WHERE credential_id = :id AND staff = :staff";

  private static final String REMOVE_ALL = "DELETE FROM broker.passkey WHERE staff = :staff";

  private final JdbcClient database;
  private final Clock clock;

  Passkeys(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// One of somebody's passkeys, as he sees it.
  ///
  /// @param id names it in forms
  /// @param usedAt when he last logged in with it; empty if never
  public record Passkey(String id, String name, Instant createdAt, Optional<Instant> usedAt) {}

  /// His passkeys, the oldest first.
  public List<Passkey> of(StaffId staff) {
    return database
        .sql(OF)
        .param("staff", staff.value())
        .query(
            (row, number) ->
                new Passkey(
                    new Bytes(row.getBytes("credential_id")).toBase64UrlString(),
                    row.getString("name"),
                    row.getTimestamp("created_at").toInstant(),
                    Optional.ofNullable(row.getTimestamp("used_at")).map(Timestamp::toInstant)))
        .list();
  }

  boolean remove(StaffId staff, String id) {
    return database
            .sql(REMOVE)
            .param("id", Bytes.fromBase64(id).getBytes())
            .param("staff", staff.value())
            .update()
        == 1;
  }

  void removeAll(StaffId staff) {
    database.sql(REMOVE_ALL).param("staff", staff.value()).update();
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes id) {
    return database
        .sql(FIND)
        .param("id", id.getBytes())
        .query(Passkeys::read)
        .optional()
        .orElse(null);
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes handle) {
    return database.sql(OF).param("staff", StaffId.of(handle).value()).query(Passkeys::read).list();
  }

  /// Adds a passkey, or notes that a known one was used.
  @Override
  public void save(CredentialRecord record) {
    if (findByCredentialId(record.getCredentialId()) == null) {
      add(record);
    } else {
      used(record);
    }
  }

  /// @throws UnsupportedOperationException always: a passkey is removed for its owner only
  @Override
  public void delete(Bytes id) {
    throw new UnsupportedOperationException("a passkey is removed for its owner");
  }

  private void add(CredentialRecord record) {
    database
        .sql(ADD)
        .param("id", record.getCredentialId().getBytes())
        .param("staff", StaffId.of(record.getUserEntityUserId()).value())
        .param("name", record.getLabel())
        .param("key", record.getPublicKey().getBytes())
        .param("count", record.getSignatureCount())
        .param(
            "transports",
            record.getTransports().stream()
                .map(AuthenticatorTransport::getValue)
                .collect(Collectors.joining(" ")))
        .param("eligible", record.isBackupEligible())
        .param("backed", record.isBackupState())
        .param("attestation", Objects.requireNonNull(record.getAttestationObject()).getBytes())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /// Of two simultaneous logins with the same count one comes too late.
  private void used(CredentialRecord record) {
    int updated =
        database
            .sql(USED)
            .param("id", record.getCredentialId().getBytes())
            .param("count", record.getSignatureCount())
            .param("backed", record.isBackupState())
            .param("now", Timestamp.from(clock.instant()))
            .update();
    if (updated == 0) {
      throw new CeremonyRefused(CeremonyRefused.Reason.COUNTER);
    }
  }

  private static CredentialRecord read(ResultSet row, int number) throws SQLException {
    Timestamp used = row.getTimestamp("used_at");
    Instant created = row.getTimestamp("created_at").toInstant();
    return ImmutableCredentialRecord.builder()
        .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
        .credentialId(new Bytes(row.getBytes("credential_id")))
        .userEntityUserId(new StaffId(row.getObject("staff", UUID.class)).handle())
        .label(row.getString("name"))
        .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
        .signatureCount(row.getLong("sign_count"))
        .uvInitialized(true)
        .transports(
            Arrays.stream((String[]) row.getArray("transports").getArray())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet()))
        .backupEligible(row.getBoolean("backup_eligible"))
        .backupState(row.getBoolean("backed_up"))
        .attestationObject(new Bytes(row.getBytes("attestation")))
        .created(created)
        .lastUsed(used == null ? created : used.toInstant())
        .build();
  }
}
