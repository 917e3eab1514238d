// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.access.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Who gets in where: `matrix.txt`. A row names an endpoint and all callers that get in; every
/// other caller is refused there.
///
/// @param rows by the name of the endpoint
record Matrix(TreeMap<String, Set<Caller>> rows) {

  static Matrix read() {
    TreeMap<String, Set<Caller>> rows = new TreeMap<>();
    text()
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(line -> put(rows, line));
    return new Matrix(rows);
  }

  private static void put(TreeMap<String, Set<Caller>> rows, String line) {
    String[] parts = line.split("\\|", -1);
    String endpoint = parts[0].strip().replaceAll(" +", " ");
    Set<Caller> callers = EnumSet.noneOf(Caller.class);
    for (String name : parts[1].strip().split("[ ,]+")) {
      if (!name.equals("nobody-at-all")) {
        callers.addAll(Caller.named(name));
      }
    }
    if (rows.put(endpoint, callers) != null) {
      throw new IllegalStateException("two rows for " + endpoint);
    }
  }

  boolean letsIn(Endpoint endpoint, Caller caller) {
    return rows.getOrDefault(endpoint.name(), Set.of()).contains(caller);
  }

  /// Callers that get in at this endpoint.
  Set<Caller> at(Endpoint endpoint) {
    return rows.getOrDefault(endpoint.name(), Set.of());
  }

  /// Endpoints without a row and rows without an endpoint, the former as rows to put into the file.
  List<String> gaps(Collection<Endpoint> endpoints) {
    List<String> gaps = new ArrayList<>();
    Set<String> unknown = new TreeSet<>(rows.keySet());
    for (Endpoint endpoint : endpoints) {
      if (!unknown.remove(endpoint.name())) {
        gaps.add(row(endpoint, Set.of()));
      }
    }
    unknown.forEach(name -> gaps.add("no such endpoint: " + name));
    return gaps;
  }

  /// The row of an endpoint that lets these in.
  static String row(Endpoint endpoint, Collection<Caller> in) {
    return "%-50s | %s"
        .formatted(
            endpoint.name(),
            in.isEmpty()
                ? "nobody-at-all"
                : String.join(
                    ", ",
                    in.stream().sorted(Comparator.naturalOrder()).map(Caller::title).toList()));
  }

  private static String text() {
    try (InputStream in = Matrix.class.getResourceAsStream("matrix.txt")) {
      if (in == null) {
        throw new IllegalStateException("there is no matrix.txt");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
