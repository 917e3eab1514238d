// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What can be measured, the floors first.
enum Scenario {
  /// A bare endpoint of the same framework, in a process of its own, over plain HTTP.
  FLOOR_ENDPOINT,
  /// A one-row commit plus an indexed read on the same PostgreSQL.
  FLOOR_DATABASE,
  /// One dossier page through portal, gateway and registry, by citizens who are logged in.
  DOSSIER_PAGE,
  /// One FHIR message about one new dose, through the gateway with certificate and token.
  MESSAGE;

  /// As the command line and the results name it.
  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What it is compared with; a floor with itself.
  Scenario floor() {
    return switch (this) {
      case FLOOR_ENDPOINT, DOSSIER_PAGE -> FLOOR_ENDPOINT;
      case FLOOR_DATABASE, MESSAGE -> FLOOR_DATABASE;
    };
  }

  static Optional<Scenario> named(String title) {
    return Arrays.stream(values()).filter(each -> each.title().equals(title)).findFirst();
  }

  static String titles() {
    return Arrays.stream(values()).map(Scenario::title).collect(Collectors.joining(", "));
  }
}
