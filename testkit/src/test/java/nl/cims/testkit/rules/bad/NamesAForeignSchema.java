// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.rules.bad;

public class NamesAForeignSchema {
  static final String OWN = "SELECT id FROM bad.thing";
  static final String FOREIGN = "SELECT name FROM person.details WHERE id = ?";

  String sql() {
    return OWN + FOREIGN;
  }
}
