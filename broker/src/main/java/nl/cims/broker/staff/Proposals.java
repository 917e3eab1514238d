// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.cims.broker.staff.Proposal.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What waits for a second administrator, for a week at most; one thing a person at a time.
@Component
public class Proposals {

  private static final Duration LIFETIME = Duration.ofDays(7);

  private static final String OPEN =
      """
      SELECT id, kind, subject, roles, proposed_by, proposed_at FROM broker.staff_proposal
      WHERE decided_at IS NULL AND proposed_at > :old
      ORDER BY proposed_at
      """;

  private static final String ADD =
      """
      INSERT INTO broker.staff_proposal (id, kind, subject, roles, proposed_by, proposed_at)
      VALUES (:id, :kind, :subject, string_to_array(:roles, ' '), :by, :now)
      """;

  private static final String DECIDE =
      """
      UPDATE broker.staff_proposal SET decided_by = :by, decided_at = :now, approved = :approved
      WHERE id = :id AND decided_at IS NULL
      """;

  private static final String CLEAR =
      """
      UPDATE broker.staff_proposal SET decided_by = proposed_by, decided_at = :now, approved = false
      WHERE subject = :subject AND decided_at IS NULL
      """;

  private final JdbcClient database;
  private final Accounts accounts;
  private final Clock clock;

  Proposals(JdbcClient database, Accounts accounts, Clock clock) {
    this.database = database;
    this.accounts = accounts;
    this.clock = clock;
  }

  /// Everything that waits, the oldest first.
  public List<Proposal> open() {
    return database
        .sql(OPEN)
        .param("old", Timestamp.from(clock.instant().minus(LIFETIME)))
        .query(this::read)
        .list();
  }

  Optional<Proposal> find(UUID id) {
    return open().stream().filter(proposal -> proposal.id().equals(id)).findFirst();
  }

  /// Takes the place of what waited for the same person.
  void add(Kind kind, StaffId subject, Roles roles, StaffId by) {
    Timestamp now = Timestamp.from(clock.instant());
    database.sql(CLEAR).param("subject", subject.value()).param("now", now).update();
    database
        .sql(ADD)
        .param("id", UUID.randomUUID())
        .param("kind", kind.name())
        .param("subject", subject.value())
        .param("roles", roles.joined())
        .param("by", by.value())
        .param("now", now)
        .update();
  }

  boolean decide(Proposal proposal, StaffId by, boolean approved) {
    Instant now = clock.instant();
    return database
            .sql(DECIDE)
            .param("id", proposal.id())
            .param("by", by.value())
            .param("now", Timestamp.from(now))
            .param("approved", approved)
            .update()
        == 1;
  }

  private Proposal read(ResultSet row, int number) throws SQLException {
    return new Proposal(
        row.getObject("id", UUID.class),
        Kind.valueOf(row.getString("kind")),
        account(row, "subject"),
        Accounts.roles(row),
        account(row, "proposed_by"),
        row.getTimestamp("proposed_at").toInstant());
  }

  private Account account(ResultSet row, String column) throws SQLException {
    return accounts
        .find(new StaffId(row.getObject(column, UUID.class)))
        .orElseThrow(() -> new IllegalStateException("accounts are never removed"));
  }
}
