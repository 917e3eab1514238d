// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.ResultSetExtractor;

/// What the GGDs publish, and the check that they still do. The check asks the view itself, in the
/// transaction of every read and before it: the view stays locked against change until that
/// transaction ends, so that no page is read of a view that was not checked.
///
/// @param namesTransactions whether the view says which transaction changed a row last
record Contract(boolean namesTransactions) {

  static final String VIEW = "contract.vaccinaties";

  private static final String SHAPE = "SELECT * FROM " + VIEW + " LIMIT 0";

  /// Looks at the view. More columns than agreed are no difference.
  ///
  /// @throws ContractBroken naming every column that is missing or has another type
  static Contract check(JdbcOperations theirs) {
    ResultSetExtractor<Map<String, String>> shape = rows -> types(rows.getMetaData());
    Map<String, String> types = theirs.query(SHAPE, shape);
    if (types == null) {
      throw new IllegalStateException("a query without a shape");
    }
    List<String> differences = new ArrayList<>();
    for (Column column : Column.values()) {
      String type = types.get(column.title());
      if (type == null && !column.optional()) {
        differences.add("column " + column.title() + " is missing");
      } else if (type != null && !column.mayBe(type)) {
        differences.add(
            "column " + column.title() + " is " + type + " and was agreed as " + column.types());
      }
    }
    if (!differences.isEmpty()) {
      throw new ContractBroken(differences);
    }
    return new Contract(types.containsKey(Column.MUTATIE.title()));
  }

  private static Map<String, String> types(ResultSetMetaData columns) throws SQLException {
    Map<String, String> types = new HashMap<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      types.put(columns.getColumnName(i), columns.getColumnTypeName(i));
    }
    return types;
  }
}
