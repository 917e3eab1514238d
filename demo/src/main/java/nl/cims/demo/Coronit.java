// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import nl.cims.simulators.coronit.CoronitDatabase;
import nl.cims.simulators.coronit.Desk;
import nl.cims.testkit.people.Population;
import nl.cims.testkit.people.Report;
import nl.cims.testkit.people.Source;
import nl.cims.vocabulary.CodeSystem;

/// The GGDs' CoronIT in the demo: one GGD enters its COVID vaccinations there, and the register
/// pulls them.
final class Coronit {

  static final String DATABASE = "coronit";
  static final String READER = CoronitDatabase.READER;

  /// The GGD whose vaccinations come this way.
  static final Source SENDER = Source.GGD_LIMBURG;

  private Coronit() {}

  /// Makes its tables in an empty database.
  static void prepare(DataSource owner) {
    CoronitDatabase.in(owner);
  }

  /// Whether this is reported through CoronIT. Its view names vaccines by HPK.
  static boolean carries(Report report) {
    return report.dose().source() == SENDER
        && report.kind() == Report.Kind.RECORD
        && report.dose().product().codes().stream().anyMatch(it -> it.system() == CodeSystem.HPK);
  }

  /// Enters what a population got, unless that was done before.
  ///
  /// @return how many vaccinations were entered
  static int fill(Postgres postgres, Population population) {
    Set<String> entered = new HashSet<>();
    try (Connection connection = postgres.database(DATABASE).getConnection()) {
      connection.setAutoCommit(false);
      if (isFilled(connection)) {
        return 0;
      }
      Desk desk = new Desk(connection);
      for (Report report : population.reports().filter(Coronit::carries).toList()) {
        if (entered.add(report.dose().identifier())) {
          desk.enter(report);
        }
      }
      connection.commit();
      return entered.size();
    } catch (SQLException failed) {
      throw new CannotProceed("CoronIT cannot be filled.", failed);
    }
  }

  private static boolean isFilled(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet any = statement.executeQuery("SELECT 1 FROM coronit.prik LIMIT 1")) {
      return any.next();
    }
  }
}
