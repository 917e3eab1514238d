// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The cells of one row by column, outer blanks removed and in NFC, with everything that is wrong
/// with them.
final class Cells {

  private static final int LONGEST = 200;
  private static final int LONGEST_NOTE = 2_000;

  private final Map<Column, String> texts = new EnumMap<>(Column.class);
  private final List<Finding> findings = new ArrayList<>();

  Cells(Layout layout, Row row) {
    layout.places().forEach((column, place) -> put(column, row.cells(), place));
    if (row.cells().stream().skip(layout.heads().size()).anyMatch(cell -> !cell.isBlank())) {
      findings.add(Finding.ofRow(Remark.TOO_MANY_CELLS));
    }
  }

  private void put(Column column, List<String> cells, int place) {
    String raw = place < cells.size() ? cells.get(place).strip() : "";
    if (raw.isEmpty()) {
      return;
    }
    String text =
        Normalizer.isNormalized(raw, Normalizer.Form.NFC)
            ? raw
            : Normalizer.normalize(raw, Normalizer.Form.NFC);
    texts.put(column, text);
    boolean note = column == Column.NOTE;
    if (text.length() > (note ? LONGEST_NOTE : LONGEST)) {
      add(Remark.TOO_LONG, column);
    }
    if (text.chars().anyMatch(sign -> unreadable(sign, note))) {
      add(Remark.STRANGE_SIGNS, column);
    }
  }

  /// What stands in this column; empty if nothing.
  String text(Column column) {
    return texts.getOrDefault(column, "");
  }

  boolean has(Column column) {
    return texts.containsKey(column);
  }

  /// What stands in this column, which must not be empty.
  String required(Column column) {
    if (!has(column)) {
      add(Remark.MISSING, column);
    }
    return text(column);
  }

  /// What this column says, if it says something that can be read.
  <T> Optional<T> read(Column column, Remark otherwise, Function<String, Optional<T>> reading) {
    if (!has(column)) {
      return Optional.empty();
    }
    Optional<T> value = reading.apply(text(column));
    if (value.isEmpty()) {
      add(otherwise, column);
    }
    return value;
  }

  void add(Remark remark, Column column) {
    findings.add(Finding.of(remark, column));
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  private static boolean unreadable(int sign, boolean note) {
    return sign == '\uFFFD'
        || (Character.isISOControl(sign)
            && !(note && (sign == '\n' || sign == '\r' || sign == '\t')));
  }
}
