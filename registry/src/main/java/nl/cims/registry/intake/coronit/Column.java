// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The columns of the GGDs' view, by the names that it gives them, and the types that they may
/// have. What a row says about a vaccination stands in [#SAID]; the others say when.
enum Column {
  ID("int8"),
  /// The transaction that changed the row last; a view may do without.
  MUTATIE("xid8"),
  GEWIJZIGD_OP("timestamptz"),
  STATUS("text", "varchar", "bpchar"),
  TOESTEMMING("bool"),
  BSN("text", "varchar", "bpchar"),
  VOORNAMEN("text", "varchar"),
  VOORVOEGSEL("text", "varchar"),
  GESLACHTSNAAM("text", "varchar"),
  GEBOORTEDATUM("text", "varchar", "bpchar"),
  GESLACHT("text", "varchar", "bpchar"),
  HPK("text", "varchar", "bpchar"),
  VACCIN("text", "varchar"),
  FABRIKANT("text", "varchar"),
  BATCHNUMMER("text", "varchar"),
  TOEGEDIEND_OP("date"),
  DOSISNUMMER("int2", "int4"),
  GGD("text", "varchar"),
  GGD_URA("text", "varchar", "bpchar"),
  LOCATIE("text", "varchar");

  /// What a row says about a vaccination, in the order in which it is hashed and read.
  static final List<Column> SAID =
      Stream.of(values())
          .filter(column -> column != ID && column != MUTATIE && column != GEWIJZIGD_OP)
          .toList();

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of, which never changes
  private final Set<String> types;

  Column(String... types) {
    this.types = Set.of(types);
  }

  /// As the view names it.
  String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean mayBe(String type) {
    return types.contains(type);
  }

  String types() {
    return types.stream().sorted().collect(Collectors.joining(" or "));
  }

  boolean optional() {
    return this == MUTATIE;
  }
}
