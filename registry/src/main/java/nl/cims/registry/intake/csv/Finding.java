// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// One thing about a row that its sender must know: which column, and what about it. Never holds
/// what the cell said.
///
/// @param about what it is
/// @param column in which column; empty if it is about the row
record Finding(Remark about, Optional<Column> column) {

  static Finding of(Remark about, Column column) {
    return new Finding(about, Optional.of(column));
  }

  static Finding ofRow(Remark about) {
    return new Finding(about, Optional.empty());
  }

  /// In plain words.
  String text(Language language) {
    String sentence = about.text(language);
    return column.map(it -> it.title(language) + ": " + sentence).orElse(sentence);
  }

  /// All of them as one word each, as they are stored.
  static String stored(List<Finding> findings) {
    return findings.stream()
        .map(it -> it.about + "@" + it.column.map(Column::name).orElse(""))
        .collect(Collectors.joining(" "));
  }

  /// What [#stored] wrote.
  static List<Finding> read(String stored) {
    return stored.isEmpty()
        ? List.of()
        : Arrays.stream(stored.split(" ")).map(Finding::one).toList();
  }

  private static Finding one(String word) {
    int at = word.indexOf('@');
    String column = word.substring(at + 1);
    return new Finding(
        Remark.valueOf(word.substring(0, at)),
        column.isEmpty() ? Optional.empty() : Optional.of(Column.valueOf(column)));
  }
}
