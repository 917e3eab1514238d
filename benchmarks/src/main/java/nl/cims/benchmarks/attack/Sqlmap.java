// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks.attack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.cims.benchmarks.Browser;
import nl.cims.benchmarks.CannotMeasure;

/// sqlmap on one request: puts into each value what ends a statement early.
///
/// @param target what it is called
/// @param question the request
/// @param visitor as whom
record Sqlmap(String target, Question question, Visitor visitor) implements Assault {

  private static final Pattern TESTED = Pattern.compile("testing for SQL injection on (.+)");
  private static final Pattern INJECTABLE =
      Pattern.compile("(?m)^Parameter: (.+)$|(.+) is vulnerable\\. Do you want");
  private static final Pattern SUSPECTED =
      Pattern.compile("heuristic \\((XSS|FI)\\) test shows that (.+) might be vulnerable");
  private static final Pattern REFUSED =
      Pattern.compile("\\b([45]\\d\\d) \\([^)]*\\) - (\\d+) times");

  /// What a closed door answers.
  static final Set<String> NOT_LET_IN = Set.of("401", "403");

  /// A request whose values are attacked.
  ///
  /// @param method of it
  /// @param address of it, with `*` where a value in the path or the query is attacked
  /// @param fields of its form, each of which is attacked; none if it is no form
  /// @param body what it sends otherwise, with `*` where a value is attacked
  /// @param mediaType of that
  record Question(
      String method, URI address, Map<String, String> fields, String body, String mediaType) {

    Question {
      fields = Map.copyOf(fields);
    }

    static Question get(URI address) {
      return new Question("GET", address, Map.of(), "", "");
    }

    static Question form(URI address, Map<String, String> fields) {
      return new Question("POST", address, fields, "", "");
    }

    static Question body(String method, URI address, String mediaType, String body) {
      return new Question(method, address, Map.of(), body, mediaType);
    }

    String data(Map<String, String> hidden) {
      Map<String, String> all = new LinkedHashMap<>(hidden);
      all.putAll(fields);
      return fields.isEmpty() ? body : Browser.form(all);
    }
  }

  @Override
  public String tool() {
    return "sqlmap";
  }

  @Override
  public Outcome run(Workshop workshop) throws InterruptedException, IOException {
    Visit visit = visitor.enter();
    visit.requireIn();
    Set<String> refusals = Set.of();
    if (!question.fields().isEmpty()) {
      refusals = visit.refusals(question.address(), question.fields());
    }
    String said = workshop.run("sqlmap " + target, command(visit, workshop));
    visit.requireIn();
    return read(said, refusals);
  }

  private List<String> command(Visit visit, Workshop workshop) throws InterruptedException {
    List<String> command = new ArrayList<>(List.of("sqlmap", "--batch", "--flush-session"));
    command.addAll(List.of("-u", question.address().toString(), "--method", question.method()));
    command.addAll(List.of("--level", "2", "--risk", "1", "--dbms", "postgresql"));
    // A page that is never twice the same passes for a statement of hundreds of columns, and all of
    // them are tried until the time is up; ours have fewer than these.
    command.addAll(List.of("--union-cols", "1-40"));
    command.addAll(List.of("--disable-coloring", "--skip-waf", "--ignore-code", "*"));
    command.addAll(List.of("--ignore-proxy", "--ignore-redirects", "--drop-set-cookie"));
    command.addAll(List.of("--output-dir", workshop.place("sqlmap").toString()));
    Map<String, String> hidden =
        question.fields().isEmpty() ? Map.of() : visit.hidden(question.address());
    String data = question.data(hidden);
    if (!data.isEmpty()) {
      command.addAll(List.of("--data", data));
    }
    if (!question.fields().isEmpty()) {
      command.addAll(List.of("-p", String.join(",", question.fields().keySet())));
    }
    List<String> headers = new ArrayList<>(visit.headers());
    if (!question.mediaType().isEmpty()) {
      headers.add("Content-Type: " + question.mediaType());
    }
    if (!headers.isEmpty()) {
      command.addAll(List.of("--headers", String.join("\\n", headers)));
    }
    Optional<Path> identity = visit.identity();
    if (identity.isPresent()) {
      command.addAll(List.of("--auth-type", "PKI", "--auth-file", identity.get().toString()));
    }
    return command;
  }

  /// Reads what it said.
  ///
  /// @param refusals the statuses by which a value is refused by whoever has let him in
  /// @throws CannotMeasure if it tested nothing, or was not let in
  static Outcome read(String said, Set<String> refusals) {
    List<Finding> findings = new ArrayList<>();
    Matcher injectable = INJECTABLE.matcher(said);
    while (injectable.find()) {
      findings.add(new Finding(Severity.CRITICAL, "injection", injectable.group()));
    }
    if (findings.isEmpty() && !said.contains("all tested parameters do not appear to be inject")) {
      throw new CannotMeasure("tested nothing: " + lastLine(said));
    }
    List<MatchResult> refused = REFUSED.matcher(said).results().toList();
    if (!refused.isEmpty()
        && refused.stream()
            .map(each -> each.group(1))
            .allMatch(status -> NOT_LET_IN.contains(status) && !refusals.contains(status))) {
      throw new CannotMeasure("was not let in: " + refused.getFirst().group());
    }
    Matcher suspected = SUSPECTED.matcher(said);
    while (suspected.find()) {
      findings.add(new Finding(Severity.LOW, suspected.group(1), suspected.group(2)));
    }
    refused.stream()
        .filter(each -> each.group(1).startsWith("5"))
        .map(each -> new Finding(Severity.MEDIUM, "status " + each.group(1), each.group()))
        .forEach(findings::add);
    long values = TESTED.matcher(said).results().map(tested -> tested.group(1)).distinct().count();
    return new Outcome(values + (values == 1 ? " value" : " values"), findings);
  }

  private static String lastLine(String said) {
    return said.lines()
        .filter(line -> line.contains("[CRITICAL]") || line.contains("[ERROR]"))
        .reduce((earlier, later) -> later)
        .orElse("it does not say why");
  }
}
