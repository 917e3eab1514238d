// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A sheet as a party makes it, to be saved as CSV in any form.
public final class Sheet {

  private final List<Map<Column, String>> rows = new ArrayList<>();

  /// A dose with everything filled in, of which cells can be changed.
  ///
  /// @param changes column and text by turns
  public Sheet dose(String identifier, String bsn, Object... changes) {
    Map<Column, String> row = new EnumMap<>(Column.class);
    row.put(Column.IDENTIFIER, identifier);
    row.put(Column.BSN, bsn);
    row.put(Column.GIVEN, "Zoë");
    row.put(Column.INFIX, "van der");
    row.put(Column.SURNAME, "Kanariepiet-Çelik");
    row.put(Column.BIRTH_DATE, "01-12-1985");
    row.put(Column.SEX, "v");
    row.put(Column.CONSENT, "ja");
    row.put(Column.DATE, "2021-01-08");
    row.put(Column.CODE, "2924528");
    row.put(Column.SYSTEM, "HPK");
    row.put(Column.VACCINE, "COVID-19; \"Pfizer\", 0,3 ml");
    row.put(Column.BATCH, "EJ6796");
    row.put(Column.NOTE, "twee\nregels");
    for (int i = 0; i < changes.length; i += 2) {
      row.put(column(changes[i]), (String) changes[i + 1]);
    }
    rows.add(row);
    return this;
  }

  private static Column column(Object named) {
    return named instanceof Column column
        ? column
        : Column.named((String) named).orElseThrow(IllegalArgumentException::new);
  }

  public int size() {
    return rows.size();
  }

  /// As a Dutch spreadsheet saves it.
  public String text() {
    return text(Language.NL, ';', "\r\n");
  }

  public String text(Language language, char separator, String newline) {
    return Stream.concat(
            Stream.of(Column.titles(language)),
            rows.stream()
                .map(
                    row -> Stream.of(Column.values()).map(it -> row.getOrDefault(it, "")).toList()))
        .map(cells -> line(cells, separator) + newline)
        .collect(Collectors.joining());
  }

  public InputStream file() {
    return utf8(text());
  }

  /// A file with this text.
  public static InputStream utf8(String text) {
    return file(text, StandardCharsets.UTF_8);
  }

  static InputStream file(String text, Charset charset) {
    return new ByteArrayInputStream(text.getBytes(charset));
  }

  /// All rows of a file.
  static List<Row> rows(Table table) {
    List<Row> rows = new ArrayList<>();
    for (var row = table.next(); row.isPresent(); row = table.next()) {
      rows.add(row.get());
    }
    return rows;
  }

  private static String line(List<String> cells, char separator) {
    return cells.stream()
        .map(cell -> quoted(cell, separator))
        .collect(Collectors.joining(String.valueOf(separator)));
  }

  private static String quoted(String cell, char separator) {
    boolean needed = cell.chars().anyMatch(it -> it == separator || it == '"' || it == '\n');
    return needed ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
