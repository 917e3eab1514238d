// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.people;

import java.util.List;

/// A person with everything that is reported about him, in order of sending.
public record Subject(Person person, List<Report> reports) {

  public Subject {
    reports = List.copyOf(reports);
  }
}
