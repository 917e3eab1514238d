// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks.attack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.cims.benchmarks.CannotMeasure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// testssl.sh on a port that speaks TLS: protocols, ciphers, certificate, known weaknesses.
///
/// @param target what it is called
/// @param address where it is
/// @param authority whom the certificate is to be traced to
record Testssl(String target, URI address, Path authority) implements Assault {

  private static final Set<String> HARMLESS = Set.of("OK", "INFO", "DEBUG");

  /// What it could not do here; and that it has no Russian ciphers, which it says every time.
  private static final String UNTESTED = "WARN";

  private static final String NO_GOST = "engine_problem";

  @Override
  public String tool() {
    return "testssl.sh";
  }

  @Override
  public Outcome run(Workshop workshop) throws InterruptedException, IOException {
    Path report = workshop.place("testssl-" + target + ".json");
    workshop.run(
        "testssl " + target,
        List.of(
            "testssl",
            "--quiet",
            "--color",
            "0",
            "--warnings",
            "off",
            "--nodns",
            "none",
            "--ip",
            "127.0.0.1",
            "--add-ca",
            authority.toString(),
            "--jsonfile",
            report.toString(),
            address.getHost() + ":" + address.getPort()));
    return read(workshop.report(report));
  }

  /// Reads a report: a JSON list of what was looked at, each with a severity.
  ///
  /// @throws CannotMeasure if it did not get to its end, or not through to the port
  static Outcome read(String report) {
    List<Finding> findings = new ArrayList<>();
    int checks = 0;
    boolean whole = false;
    for (JsonNode each : list(report)) {
      String kind = each.path("id").asString("");
      String severity = each.path("severity").asString("");
      String what = each.path("finding").asString("");
      if (kind.equals("scanTime")) {
        whole = !severity.equals(UNTESTED);
      } else if (severity.equals("FATAL")) {
        throw new CannotMeasure("did not get through: " + what);
      } else if (HARMLESS.contains(severity)) {
        checks++;
      } else if (severity.equals(UNTESTED)) {
        if (!kind.equals(NO_GOST)) {
          findings.add(new Finding(Severity.LOW, kind, "not tested: " + what));
        }
      } else {
        checks++;
        findings.add(new Finding(Severity.valueOf(severity), kind, what));
      }
    }
    if (!whole) {
      throw new CannotMeasure("did not look at everything");
    }
    return new Outcome(checks + " checks", findings);
  }

  private static JsonNode list(String report) {
    try {
      return JsonMapper.shared().readTree(report);
    } catch (JacksonException broken) {
      throw new CannotMeasure("left no whole report", broken);
    }
  }
}
