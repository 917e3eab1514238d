// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks.attack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.cims.benchmarks.CannotMeasure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Wapiti on a site: follows its links and forms, and puts into every parameter what breaks pages.
///
/// @param target what it is called
/// @param site where it begins, on a host whose every page may be attacked
/// @param visitor as whom
/// @param tripwire where a page would call that lets itself be sent elsewhere
record Wapiti(String target, Site site, Visitor visitor, Tripwire tripwire) implements Assault {

  private static final String KINDS = "common,backup,crlf,csrf,htaccess,methods,shellshock";
  private static final int DEEP = 6;
  private static final Map<Integer, Severity> LEVELS =
      Map.of(1, Severity.LOW, 2, Severity.MEDIUM, 3, Severity.HIGH, 4, Severity.CRITICAL);
  private static final Pattern FOUND =
      Pattern.compile("\\[\\*] Wapiti found (\\d+) URLs and forms during the scan");
  private static final Pattern LAUNCHED = Pattern.compile("\\[\\*] Launching module \\w+");
  private static final Pattern BROKEN = Pattern.compile("(?m)^  File \"|network issues|^\\[!] .*");

  /// Where Wapiti goes.
  ///
  /// @param first pages from which it follows links
  /// @param shunned addresses that would end its visit; `*` stands for anything
  record Site(List<URI> first, List<URI> shunned) {

    Site {
      first = List.copyOf(first);
      shunned = List.copyOf(shunned);
    }
  }

  @Override
  public String tool() {
    return "wapiti";
  }

  @Override
  public Outcome run(Workshop workshop) throws InterruptedException, IOException {
    Visit visit = visitor.enter();
    visit.requireIn();
    Path report = workshop.place("wapiti-" + target + ".json");
    String said = workshop.run("wapiti " + target, command(visit, workshop, report));
    visit.requireIn();
    return read(said, workshop.report(report));
  }

  private List<String> command(Visit visit, Workshop workshop, Path report)
      throws InterruptedException {
    URI root = site.first().getFirst().resolve("/");
    List<String> command = new ArrayList<>(List.of("wapiti", "-u", root.toString()));
    command.addAll(List.of("--scope", "folder", "-m", KINDS, "-d", Integer.toString(DEEP)));
    command.addAll(List.of("-t", "10", "--no-bugreport", "-f", "json", "-o", report.toString()));
    command.addAll(List.of("--endpoint", tripwire.address().toString()));
    for (String store : List.of("--store-session", "--store-config")) {
      command.addAll(List.of(store, workshop.place("wapiti" + store).toString()));
    }
    site.first().forEach(page -> command.addAll(List.of("-s", page.toString())));
    site.shunned().forEach(page -> command.addAll(List.of("-x", page.toString())));
    visit.headers().forEach(header -> command.addAll(List.of("-H", header)));
    command.add("--flush-session");
    return command;
  }

  /// Reads what it said and its report: lists of findings by kind.
  ///
  /// @throws CannotMeasure if it saw no page, or gave something up
  static Outcome read(String said, String report) {
    Matcher found = FOUND.matcher(said);
    if (!found.find() || found.group(1).equals("0")) {
      throw new CannotMeasure("saw no page");
    }
    Matcher broken = BROKEN.matcher(said);
    if (broken.find()) {
      throw new CannotMeasure("gave something up: " + broken.group());
    }
    String lookedAt =
        "%s pages and forms, %d kinds"
            .formatted(found.group(1), LAUNCHED.matcher(said).results().count());
    return new Outcome(lookedAt, findings(report));
  }

  private static List<Finding> findings(String report) {
    try {
      JsonNode root = JsonMapper.shared().readTree(report);
      List<Finding> findings = new ArrayList<>();
      for (String part : List.of("vulnerabilities", "anomalies")) {
        for (Map.Entry<String, JsonNode> kind : root.path(part).properties()) {
          kind.getValue().forEach(each -> findings.add(finding(kind.getKey(), each)));
        }
      }
      return findings;
    } catch (JacksonException broken) {
      throw new CannotMeasure("left no whole report", broken);
    }
  }

  private static Finding finding(String kind, JsonNode each) {
    Severity severity = LEVELS.getOrDefault(each.path("level").asInt(0), Severity.CRITICAL);
    return new Finding(
        severity,
        kind,
        "%s %s: %s"
            .formatted(
                each.path("method").asString(""),
                each.path("path").asString(""),
                each.path("info").asString("")));
  }
}
