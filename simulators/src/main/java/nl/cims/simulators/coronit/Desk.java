// SPDX-License-Identifier: EUPL-1.2
package nl.cims.simulators.coronit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import nl.cims.testkit.people.Dose;
import nl.cims.testkit.people.Person;
import nl.cims.testkit.people.Report;
import nl.cims.vocabulary.BatchNumber;
import nl.cims.vocabulary.CodeSystem;
import nl.cims.vocabulary.PartialDate;
import nl.cims.vocabulary.Sex;
import nl.cims.vocabulary.VaccineCode;

/// Somebody at a GGD who enters vaccinations, corrects and cancels them, on a connection that the
/// caller commits.
public final class Desk {

  private static final String CLIENT =
      """
      INSERT INTO coronit.client (bsn, voornamen, voorvoegsel, geslachtsnaam, geboortedatum, geslacht)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (bsn) DO UPDATE SET bsn = excluded.bsn
      RETURNING id
      """;

  private static final String KNOWN = "SELECT id FROM coronit.client WHERE bsn = ?";

  private static final String DOSE =
      """
      INSERT INTO coronit.prik
        (client, hpk, vaccin, fabrikant, batchnummer, toegediend_op, dosisnummer, ggd, ggd_ura, locatie, toestemming)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      RETURNING id
      """;

  private static final String CORRECT = "UPDATE coronit.prik SET batchnummer = ? WHERE id = ?";
  private static final String CANCEL = "UPDATE coronit.prik SET vervallen = true WHERE id = ?";
  private static final String RESTORE = "UPDATE coronit.prik SET vervallen = false WHERE id = ?";
  private static final String ERASE = "DELETE FROM coronit.prik WHERE id = ?";

  private final Connection connection;

  /// @param connection on which it works and which it does not close
  public Desk(Connection connection) {
    this.connection = connection;
  }

  /// Enters a dose.
  ///
  /// @return its number
  public long enter(Report report) throws SQLException {
    Dose dose = report.dose();
    try (PreparedStatement statement = connection.prepareStatement(DOSE)) {
      statement.setLong(1, client(report.person()));
      statement.setString(
          2,
          dose.product().codes().stream()
              .filter(it -> it.system() == CodeSystem.HPK)
              .map(VaccineCode::code)
              .findFirst()
              .orElse(null));
      statement.setString(3, dose.product().display());
      statement.setString(4, dose.product().manufacturer());
      statement.setString(5, dose.batch().map(BatchNumber::value).orElse(null));
      statement.setObject(6, dose.occurredOn().exact().orElse(null));
      statement.setInt(7, dose.number());
      statement.setString(8, dose.source().title());
      statement.setString(9, dose.source().ura().value());
      statement.setString(10, "Priklocatie");
      statement.setBoolean(11, dose.sharing() == Dose.Sharing.AGREED);
      return number(statement);
    }
  }

  /// Corrects the batch of a dose.
  public void correct(long dose, String batch) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CORRECT)) {
      statement.setString(1, batch);
      statement.setLong(2, dose);
      statement.executeUpdate();
    }
  }

  /// Corrects the batch of a dose as somebody does who goes around the program: nothing says so.
  public void correctSilently(long dose, String batch) throws SQLException {
    run("SET LOCAL session_replication_role = replica");
    correct(dose, batch);
    run("SET LOCAL session_replication_role = origin");
  }

  /// Cancels a dose; the row stays.
  public void cancel(long dose) throws SQLException {
    change(CANCEL, dose);
  }

  /// Takes a cancellation back.
  public void restore(long dose) throws SQLException {
    change(RESTORE, dose);
  }

  /// Deletes the row: nothing says so.
  public void erase(long dose) throws SQLException {
    change(ERASE, dose);
  }

  private long client(Person person) throws SQLException {
    try (PreparedStatement known = connection.prepareStatement(KNOWN)) {
      known.setString(1, person.bsn().reveal());
      try (ResultSet found = known.executeQuery()) {
        if (found.next()) {
          return found.getLong(1);
        }
      }
    }
    try (PreparedStatement statement = connection.prepareStatement(CLIENT)) {
      statement.setString(1, person.bsn().reveal());
      statement.setString(2, person.name().given());
      statement.setString(3, person.name().infix());
      statement.setString(4, person.name().surname());
      statement.setString(5, brp(person.birthDate()));
      statement.setString(6, sex(person.sex()));
      return number(statement);
    }
  }

  private void change(String sql, long dose) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, dose);
      statement.executeUpdate();
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long number(PreparedStatement statement) throws SQLException {
    try (ResultSet made = statement.executeQuery()) {
      made.next();
      return made.getLong(1);
    }
  }

  private static String brp(PartialDate date) {
    return String.format(Locale.ROOT, "%04d%02d%02d", date.year(), date.month(), date.day());
  }

  private static String sex(Sex sex) {
    return switch (sex) {
      case MALE -> "M";
      case FEMALE -> "V";
      case OTHER -> "X";
      case UNKNOWN -> "O";
    };
  }
}
