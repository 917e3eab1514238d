// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.cims.testkit.people.Source;

/// Attacks the running demo with tools that nobody here wrote: testssl.sh every TLS port, Wapiti
/// the pages of portal and broker, sqlmap whatever takes a value. Ends with 0 if none of them found
/// anything above low. Only addresses of this machine are attacked, each tool for a bounded time.
public final class Attack {

  private static final Source PARTY = Source.GGD_UTRECHT;

  private final RunningDemo demo;
  private final Path reports;
  private final Tool tool;

  private Attack(RunningDemo demo, Path reports, Duration patience) throws IOException {
    this.demo = demo;
    this.reports = Files.createDirectories(reports);
    this.tool = new Tool(patience);
  }

  /// @param arguments how many seconds each tool may take for one target; 300 if not said
  public static void main(String[] arguments) throws InterruptedException, IOException {
    int code = 1;
    try {
      Duration patience =
          Duration.ofSeconds(arguments.length == 0 ? 300 : Integer.parseInt(arguments[0]));
      Path home = Path.of(System.getenv().getOrDefault("CIMS_HOME", ".cims")).toAbsolutePath();
      List<Found> found =
          new Attack(RunningDemo.in(home), home.resolve("attack"), patience).everything();
      found.forEach(each -> System.out.println("  FOUND " + each));
      System.out.println(
          found.isEmpty()
              ? "Nothing above low was found; the reports are in " + home.resolve("attack") + "."
              : found.size() + " findings above low.");
      code = found.isEmpty() ? 0 : 1;
    } catch (NumberFormatException wrong) {
      System.err.println("./cims attack takes a number of seconds, not " + arguments[0] + ".");
    } catch (CannotMeasure sentence) {
      System.err.println(sentence.getMessage());
    }
    System.exit(code);
  }

  private List<Found> everything() throws InterruptedException, IOException {
    List<Found> found = new ArrayList<>();
    for (String door : List.of("gateway", "registry", "brokerMachines")) {
      found.addAll(tls(door));
    }
    URI portal = demo.address("portal");
    Login.Session citizen = Login.of(portal, demo.citizens().getFirst());
    found.addAll(pages("portal", portal.resolve("/nl"), ""));
    found.addAll(pages("portal-logged-in", citizen.page(), citizen.cookies()));
    found.addAll(pages("broker", demo.address("broker"), ""));
    found.addAll(pages("broker-staff", demo.address("brokerStaff").resolve("/staff/login"), ""));
    found.addAll(values(portal, citizen.cookies()));
    return found;
  }

  private List<Found> tls(String door) throws InterruptedException, IOException {
    URI address = demo.address(door);
    Path report = fresh("tls-" + door + ".json");
    tool.run(
        "testssl.sh of " + door,
        List.of(
            "testssl",
            "--quiet",
            "--color",
            "0",
            "--warnings",
            "off",
            "--ip",
            "one",
            "--add-ca",
            demo.certificateAuthority().toString(),
            "--jsonfile",
            report.toString(),
            address.getHost() + ":" + address.getPort()));
    return Found.byTestssl(door, Files.readString(report));
  }

  private List<Found> pages(String name, URI start, String cookies)
      throws InterruptedException, IOException {
    Path report = fresh("pages-" + name + ".json");
    List<String> command =
        new ArrayList<>(
            List.of(
                "wapiti",
                "--flush-session",
                "-u",
                start.toString(),
                "--scope",
                "domain",
                "-m",
                "common,crlf,csrf,methods,htaccess,shellshock",
                "--exclude",
                start.resolve("/logout").toString(),
                "--exclude",
                start.resolve("/uitloggen").toString(),
                "--max-links-per-page",
                "40",
                "-d",
                "4",
                "--max-scan-time",
                Long.toString(tool.patience().toSeconds() * 3 / 4),
                "--store-session",
                fresh("wapiti-" + name).toString(),
                "-f",
                "json",
                "-o",
                report.toString(),
                "--no-bugreport"));
    if (!cookies.isEmpty()) {
      command.addAll(List.of("-H", "Cookie: " + cookies));
    }
    tool.run("Wapiti on " + name, command);
    return Found.byWapiti(name, Files.readString(report));
  }

  private List<Found> values(URI portal, String cookies) throws InterruptedException, IOException {
    Path identity = identity();
    String token = Messages.token(PARTY, demo.tlsAs(PARTY.id()), demo.address("brokerMachines"));
    URI gateway = demo.address("gateway");
    List<Found> found = new ArrayList<>();
    for (String path :
        List.of(
            "/nl/inloggen?pagina=RECORD",
            "/nl/mijn-gegevens/inzage-dossier?van=2026-01-01&tot=2026-12-31",
            "/nl/mijn-vaccinaties/vaccinatiegegevens?programma=COVID")) {
      found.addAll(injection(portal.resolve(path), List.of("--cookie", cookies)));
    }
    found.addAll(
        injection(
            portal.resolve("/nl/controleren"),
            List.of("--data", "code=123456", "--cookie", cookies)));
    for (String path :
        List.of(
            "/intake/v1/receipts/1*",
            "/fhir/Immunization?identifier=urn:x%7C1",
            "/csv/v1/uploads/1*")) {
      found.addAll(
          injection(
              gateway.resolve(path),
              List.of(
                  "--auth-type",
                  "PKI",
                  "--auth-file",
                  identity.toString(),
                  "--headers",
                  "Authorization: Bearer " + token)));
    }
    found.addAll(
        injection(
            gateway.resolve("/fhir/Immunization"),
            List.of(
                "--method",
                "POST",
                "--data",
                "{\"resourceType\":\"Immunization\",\"status\":\"x*\"}",
                "--auth-type",
                "PKI",
                "--auth-file",
                identity.toString(),
                "--headers",
                "Authorization: Bearer " + token + "\\nContent-Type: application/fhir+json")));
    return found;
  }

  private List<Found> injection(URI target, List<String> more)
      throws InterruptedException, IOException {
    Path output = reports.resolve("sqlmap");
    List<String> command =
        new ArrayList<>(
            List.of(
                "sqlmap",
                "-u",
                target.toString(),
                "--batch",
                "--flush-session",
                "--level",
                "2",
                "--risk",
                "1",
                "--disable-coloring",
                "--ignore-code",
                "*",
                "--skip-waf",
                "--dbms",
                "postgresql",
                "--output-dir",
                output.toString()));
    command.addAll(more);
    String said = tool.run("sqlmap on " + target.getPath(), command);
    return Found.bySqlmap(target.getPath(), said);
  }

  /// Certificate and key in one file, as sqlmap wants them.
  private Path identity() throws IOException {
    Path file = fresh("party.pem");
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(
        file,
        Files.readString(demo.privateKey(PARTY.id()))
            + Files.readString(demo.certificate(PARTY.id())));
  }

  private Path fresh(String name) throws IOException {
    Path file = reports.resolve(name);
    if (Files.isRegularFile(file)) {
      Files.delete(file);
    }
    return file;
  }
}
