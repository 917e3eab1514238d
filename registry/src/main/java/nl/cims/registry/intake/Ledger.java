// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.cims.registry.access.Party;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Keeps account of every report: received is always applied, duplicate, parked, quarantined,
/// refused or pending, and nothing else. Entries are never changed: what is decided later is
/// another entry, which takes from one account and gives to another.
@Repository
class Ledger {

  private static final String ENTER =
      """
      INSERT INTO intake.ledger
        (at, source, channel, received, applied, duplicate, parked, quarantined, refused, pending)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String BALANCES =
      """
      SELECT source, channel, sum(received), sum(applied), sum(duplicate), sum(parked), sum(quarantined), sum(refused),
             sum(pending), max(at) FILTER (WHERE received > 0)
      FROM intake.ledger GROUP BY source, channel ORDER BY source, channel
      """;

  private final JdbcClient jdbc;

  Ledger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What can become of a report.
  enum Account {
    APPLIED,
    DUPLICATE,
    PARKED,
    QUARANTINED,
    REFUSED,
    PENDING
  }

  /// Enters these, those of one source and channel as one.
  void enter(Collection<Entry> entries) {
    Map<List<Object>, Entry> sums = new LinkedHashMap<>();
    for (Entry entry : entries) {
      sums.merge(List.of(entry.source, entry.channel), entry, Entry::plus);
    }
    sums.values().stream().filter(entry -> !entry.isEmpty()).forEach(this::enter);
  }

  void enter(Entry entry) {
    JdbcClient.StatementSpec statement =
        jdbc.sql(ENTER)
            .param(entry.at.atOffset(ZoneOffset.UTC))
            .param(entry.source)
            .param(entry.channel.name())
            .param(entry.received());
    for (Account account : Account.values()) {
      statement = statement.param(entry.amounts.getOrDefault(account, 0));
    }
    statement.update();
  }

  /// The sums per source and channel.
  List<Balance> balances() {
    return jdbc.sql(BALANCES).query(Ledger::balance).list();
  }

  private static Balance balance(ResultSet row, int number) throws SQLException {
    return new Balance(
        row.getString(1),
        Party.Channel.valueOf(row.getString(2)),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5),
        row.getLong(6),
        row.getLong(7),
        row.getLong(8),
        row.getLong(9),
        row.getObject(10) == null ? Instant.EPOCH : Rows.instant(row, 10));
  }

  /// What one transaction does to the accounts of one source and channel.
  static final class Entry {

    private final String source;
    private final Party.Channel channel;
    private final Instant at;
    private final Map<Account, Integer> amounts = new EnumMap<>(Account.class);

    Entry(String source, Party.Channel channel, Instant at) {
      this.source = source;
      this.channel = channel;
      this.at = at;
    }

    /// Gives to an account; takes from it if negative.
    Entry give(Account account, int reports) {
      amounts.merge(account, reports, Integer::sum);
      return this;
    }

    /// What both do together.
    Entry plus(Entry other) {
      Entry sum = new Entry(source, channel, at);
      amounts.forEach(sum::give);
      other.amounts.forEach(sum::give);
      return sum;
    }

    Entry move(Account from, Account to) {
      return give(from, -1).give(to, 1);
    }

    /// Reports that came in with this entry: what the accounts gained together.
    int received() {
      return amounts.values().stream().mapToInt(Integer::intValue).sum();
    }

    boolean isEmpty() {
      return amounts.values().stream().allMatch(amount -> amount == 0);
    }
  }
}
