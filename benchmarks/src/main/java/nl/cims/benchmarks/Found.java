// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Something above low that a tool found.
///
/// @param tool which tool
/// @param where at what
/// @param what as the tool says it
record Found(String tool, String where, String what) {

  private static final Set<String> ABOVE_LOW = Set.of("MEDIUM", "HIGH", "CRITICAL");

  /// What testssl.sh says of the demo's own authority, and why it does not count.
  private static final Map<String, String> ACCEPTED =
      Map.of(
          "cert_revocation", "our authority gives its revocation list to our processes as a file",
          "cert_validityPeriod", "the demo's certificates are made at its first start");

  private static final int ABOVE_LOW_BY_WAPITI = 2;
  private static final Pattern INJECTABLE =
      Pattern.compile("(?m)^Parameter: (.+)$|is vulnerable\\.");

  /// Of a report in JSON, a list of findings.
  ///
  /// @throws CannotMeasure if it did not get as far as the end
  static List<Found> byTestssl(String where, String report) {
    List<Found> found = new ArrayList<>();
    boolean whole = false;
    for (JsonNode each : JsonMapper.shared().readTree(report)) {
      String id = each.path("id").asString("");
      whole |= id.equals("scanTime");
      if (ABOVE_LOW.contains(each.path("severity").asString("")) && !ACCEPTED.containsKey(id)) {
        found.add(new Found("testssl.sh", where, id + ": " + each.path("finding").asString("")));
      }
      if (each.path("severity").asString("").equals("FATAL")) {
        throw new CannotMeasure(
            "testssl.sh of " + where + ": " + each.path("finding").asString(""));
      }
    }
    if (!whole) {
      throw new CannotMeasure("testssl.sh did not look at all of " + where + ".");
    }
    return found;
  }

  /// Of a report in JSON, vulnerabilities by kind.
  ///
  /// @throws CannotMeasure if it saw no page
  static List<Found> byWapiti(String where, String report) {
    JsonNode root = JsonMapper.shared().readTree(report);
    if (root.at("/infos/crawled_pages_nbr").asInt(1) == 0) {
      throw new CannotMeasure("Wapiti saw no page of " + where + ".");
    }
    List<Found> found = new ArrayList<>();
    for (String section : List.of("vulnerabilities", "anomalies")) {
      root.path(section)
          .properties()
          .forEach(
              kind ->
                  kind.getValue()
                      .forEach(
                          each -> {
                            if (each.path("level").asInt(0) >= ABOVE_LOW_BY_WAPITI) {
                              found.add(
                                  new Found(
                                      "Wapiti",
                                      where,
                                      kind.getKey() + ": " + each.path("info").asString("")));
                            }
                          }));
    }
    return found;
  }

  /// Of what sqlmap said.
  ///
  /// @throws CannotMeasure if it tested nothing
  static List<Found> bySqlmap(String where, String said) {
    Matcher injectable = INJECTABLE.matcher(said);
    if (injectable.find()) {
      return List.of(new Found("sqlmap", where, injectable.group()));
    }
    if (!said.contains("do not appear to be injectable")) {
      throw new CannotMeasure("sqlmap tested nothing at " + where + ":\n" + lastLines(said));
    }
    return List.of();
  }

  private static String lastLines(String said) {
    List<String> lines = said.lines().filter(line -> !line.isBlank()).toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
  }

  @Override
  public String toString() {
    return tool + " at " + where + ": " + what;
  }
}
