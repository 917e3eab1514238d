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
  MESSAGE,
  /// One FHIR transaction with a hundred new doses, the same way.
  BUNDLE,
  /// One HL7 v2 message about one new dose, the same way.
  HL7,
  /// A CSV file of new doses, the same way, until each of its rows has an outcome.
  FILE;

  /// How many doses are in a file.
  static final int ROWS = 20_000;

  /// As the command line and the results name it.
  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What it is compared with; a floor with itself.
  Scenario floor() {
    return switch (this) {
      case FLOOR_ENDPOINT, DOSSIER_PAGE -> FLOOR_ENDPOINT;
      case FLOOR_DATABASE, MESSAGE, BUNDLE, HL7, FILE -> FLOOR_DATABASE;
    };
  }

  /// What one exchange counts for in its rate: the doses in it.
  int doses() {
    return switch (this) {
      case BUNDLE -> InventedDoses.IN_A_BUNDLE;
      case FILE -> ROWS;
      default -> 1;
    };
  }

  static Optional<Scenario> named(String title) {
    return Arrays.stream(values()).filter(each -> each.title().equals(title)).findFirst();
  }

  static String titles() {
    return Arrays.stream(values()).map(Scenario::title).collect(Collectors.joining(", "));
  }
}
