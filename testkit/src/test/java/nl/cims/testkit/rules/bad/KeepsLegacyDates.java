// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.rules.bad;

import java.util.Date;

@SuppressWarnings("JavaUtilDate") // that is what is wrong with it
public class KeepsLegacyDates {
  private final Date since = new Date();

  Date since() {
    return since;
  }
}
