// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks.attack;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import nl.cims.benchmarks.Browser;
import nl.cims.benchmarks.CannotMeasure;
import nl.cims.benchmarks.RunningDemo;
import nl.cims.benchmarks.attack.Sqlmap.Question;
import nl.cims.benchmarks.attack.Wapiti.Site;

/// What every tool has to find before its silence counts: a [PlantedServer] with known weaknesses.
final class Planted implements AutoCloseable {

  private final Process process;
  private final URI site;
  private final URI tls;
  private final Path certificates;

  private Planted(Process process, List<URI> addresses, Path certificates) {
    this.process = process;
    this.site = RunningDemo.onLoopback(addresses.getFirst());
    this.tls = RunningDemo.onLoopback(addresses.getLast());
    this.certificates = certificates;
  }

  /// Starts it, in a JVM of its own: it lowers what Java refuses.
  static Planted start(Workshop workshop) throws IOException {
    Path certificates = workshop.place("planted");
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                PlantedServer.class.getName(),
                certificates.toString())
            .redirectError(workshop.place("planted.txt").toFile())
            .start();
    BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
    String line = said.readLine();
    while (line != null && !line.startsWith("http://")) {
      line = said.readLine();
    }
    if (line == null) {
      process.destroy();
      throw new CannotMeasure("What every tool has to find does not start; see planted.txt.");
    }
    return new Planted(
        process, List.of(line.split(" ")).stream().map(URI::create).toList(), certificates);
  }

  /// Each attack on it, with the kinds of finding that have to come of it.
  Map<Assault, Set<String>> assaults(Tripwire tripwire) {
    Visitor anybody = () -> new Visit.Guest(new Browser(defaults()), site);
    Map<Assault, Set<String>> all = new LinkedHashMap<>();
    all.put(
        new Testssl("planted", tls, certificates.resolve("ca.crt.pem")),
        Set.of("TLS1", "RC4", "cipherlist_NULL"));
    all.put(
        new Wapiti("planted", new Site(List.of(site), List.of()), anybody, tripwire),
        Set.of(
            "SQL Injection",
            "Cross Site Scripting",
            "Cross Site Request Forgery",
            "Server Side Request Forgery"));
    all.put(
        new Sqlmap("planted", Question.get(site.resolve("/item?id=1")), anybody),
        Set.of("injection"));
    return all;
  }

  /// The kinds that should have been found and were not.
  static List<String> missed(Set<String> planted, Outcome outcome) {
    List<String> missed = new ArrayList<>(planted);
    missed.removeAll(outcome.findings().stream().map(Finding::kind).collect(Collectors.toSet()));
    return missed.stream().sorted().toList();
  }

  private static SSLContext defaults() {
    try {
      return SSLContext.getDefault();
    } catch (java.security.NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() throws IOException {
    process.outputWriter(StandardCharsets.UTF_8).close();
    process.onExit().orTimeout(10, java.util.concurrent.TimeUnit.SECONDS).join();
  }
}
