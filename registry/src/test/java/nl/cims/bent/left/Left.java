// SPDX-License-Identifier: EUPL-1.2
package nl.cims.bent.left;

import nl.cims.bent.right.Right;

public class Left {
  static final String FOREIGN = "SELECT id FROM person.person WHERE bsn_index = ?";

  String lookAt(Right right) {
    return right + FOREIGN;
  }
}
