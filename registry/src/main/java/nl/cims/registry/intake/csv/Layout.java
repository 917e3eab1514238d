// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Which column stands where in a file, as its header says.
///
/// @param heads the cells of the header as sent
/// @param places where each known column stands, from 0
record Layout(List<String> heads, Map<Column, Integer> places) {

  /// Longer heads are no names but a row of data.
  private static final int LONGEST_HEAD = 60;

  Layout {
    heads = List.copyOf(heads);
    places = Map.copyOf(places);
  }

  /// @throws UnusableFile if a required column is missing, or one is there twice
  static Layout of(List<String> heads) {
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    for (int i = 0; i < heads.size(); i++) {
      Optional<Column> column = Column.named(heads.get(i));
      if (column.isPresent() && places.putIfAbsent(column.get(), i) != null) {
        throw new UnusableFile(UnusableFile.Fault.COLUMN_TWICE, 1, List.of(column.get()));
      }
    }
    List<Column> missing =
        Stream.of(Column.values()).filter(it -> it.required() && !places.containsKey(it)).toList();
    if (!missing.isEmpty()) {
      throw new UnusableFile(UnusableFile.Fault.COLUMNS_MISSING, 1, missing);
    }
    return new Layout(heads, places);
  }

  /// How many of these heads are names of columns.
  static long known(List<String> heads) {
    return heads.stream().filter(it -> Column.named(it).isPresent()).count();
  }

  /// The heads that name no column of ours, shortened; what stands under them is not read.
  List<String> unknown() {
    List<String> unknown = new ArrayList<>();
    for (String head : heads) {
      if (!head.isBlank() && Column.named(head).isEmpty()) {
        String plain = head.strip().replaceAll("\\p{Cntrl}", " ");
        unknown.add(
            plain.length() <= LONGEST_HEAD ? plain : plain.substring(0, LONGEST_HEAD) + "…");
      }
    }
    return unknown;
  }
}
