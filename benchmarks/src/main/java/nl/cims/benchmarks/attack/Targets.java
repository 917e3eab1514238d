// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks.attack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.cims.benchmarks.Browser;
import nl.cims.benchmarks.Login;
import nl.cims.benchmarks.RunningDemo;
import nl.cims.benchmarks.attack.Sqlmap.Question;
import nl.cims.benchmarks.attack.Wapiti.Site;
import nl.cims.testkit.people.Source;

/// What of the demo is attacked, with what, as whom: every port that speaks TLS; every site, by
/// strangers and by those who are logged in; every value that a page or a machine's door takes and
/// that comes near a database.
final class Targets {

  /// The file with certificate and key of a party.
  static final String IDENTITY = "party.pem";

  private static final String SOME_ID = "00000000-0000-4000-8000-000000000000";
  private static final String FHIR = "application/fhir+json";
  private static final String DOSE =
      """
      {"resourceType":"Immunization","status":"completed*","identifier":[{"system":"urn:x*","value":"1*"}]}""";
  private static final String HL7 =
      "MSH|^~\\&|A*|B|C|D|20260101||VXU^V04^VXU_V04|1*|P|2.5.1\rPID|1||1*^^^NLMINBIZA^NNNLD\r";

  private final RunningDemo demo;
  private final Tripwire tripwire;

  Targets(RunningDemo demo, Tripwire tripwire) {
    this.demo = demo;
    this.tripwire = tripwire;
  }

  List<Assault> ports() {
    return Stream.of("gateway", "mllp", "registry", "brokerMachines", "console")
        .<Assault>map(door -> new Testssl(door, demo.address(door), demo.certificateAuthority()))
        .toList();
  }

  List<Assault> ofStrangers() {
    List<Assault> assaults = new ArrayList<>();
    assaults.add(site("portal", "/nl"));
    assaults.add(site("brokerStaff", "/staff/login"));
    assaults.add(site("console", "/nl"));
    assaults.add(asStranger("portal", "/nl/*"));
    assaults.add(asStranger("portal", "/nl/inloggen?pagina=RECORD"));
    assaults.add(asStranger("portal", "/nl/eerst-inloggen?pagina=RECORD"));
    assaults.add(asStranger("portal", "/nl/controleren", Map.of("code", "ABC")));
    assaults.add(asStranger("portal", "/logout/broker", Map.of("logout_token", "a.b.c")));
    assaults.add(
        asStranger(
            "broker",
            "/oauth2/authorize?client_id=portal&response_type=code&scope=openid&state=1"));
    assaults.add(asStranger("broker", "/login/oauth2/code/digid?state=1&code=1"));
    assaults.add(asStranger("broker", "/logout/digid?state=1"));
    assaults.add(asStranger("broker", "/logout/digid/front-channel?iss=1&sid=1"));
    assaults.add(asStranger("brokerStaff", "/staff/login?request=1&lang=nl"));
    assaults.add(asStranger("brokerStaff", "/staff/code", Map.of("code", "AAAAA-AAAAA")));
    assaults.add(asStranger("console", "/nl?pagina=WORK"));
    return assaults;
  }

  List<Assault> ofCitizen() {
    Visitor citizen =
        () -> {
          Login.Session session = Login.of(demo, demo.citizens().getFirst());
          return new Visit.Guest(session.browser(), session.page());
        };
    List<Assault> assaults = new ArrayList<>();
    assaults.add(site("portal", "citizen", citizen, "/nl/mijn-vaccinaties"));
    for (String path :
        List.of(
            "/nl/mijn-gegevens/inzage-dossier?van=2026-01-01&tot=2026-12-31",
            "/nl/mijn-gegevens/inzage-dossier/bewijs.json?regel=" + SOME_ID)) {
      assaults.add(values("portal", "citizen", citizen, Question.get(at("portal", path))));
    }
    return assaults;
  }

  List<Assault> ofStaff(Employees employees) throws InterruptedException {
    Visitor registrar = employees.invited("REGISTRAR", "MEDICAL_ADVISER", "SUPPLY_MANAGER");
    Visitor auditor = employees.invited("AUDITOR");
    List<Assault> assaults = new ArrayList<>();
    assaults.add(site("console", "registrar", registrar, "/nl/werk"));
    assaults.add(site("console", "auditor", auditor, "/nl/werk"));
    assaults.add(
        values(
            "console",
            "registrar",
            registrar,
            Question.get(
                at("console", "/nl/quarantaine?bron=x&na=" + SOME_ID + "&sinds=2026-01-01"))));
    assaults.add(
        values(
            "console",
            "registrar",
            registrar,
            Question.get(at("console", "/nl/quarantaine/" + SOME_ID + "*"))));
    assaults.add(
        values(
            "console",
            "registrar",
            registrar,
            Question.form(
                at("console", "/nl/persoon-zoeken"),
                Map.of("bsn", "1", "occasion", "CITIZEN_BY_PHONE", "reference", "1"))));
    assaults.add(
        values(
            "console",
            "auditor",
            auditor,
            Question.form(
                at("console", "/nl/inzagelog"),
                Map.of("employee", "x", "van", "2026-01-01", "tot", "2026-12-31"))));
    return assaults;
  }

  List<Assault> ofParties(Workshop workshop) throws IOException {
    Source source = Source.HOSPITAL;
    Path identity = Party.identity(demo, source, workshop.place(IDENTITY));
    Visitor party = () -> new Party(demo, source, identity, true);
    Visitor bare = () -> new Party(demo, source, identity, false);
    List<Question> questions =
        List.of(
            Question.get(at("gateway", "/intake/v1/receipts/1*")),
            Question.get(at("gateway", "/csv/v1/uploads/" + SOME_ID + "*")),
            Question.get(at("gateway", "/csv/v1/uploads/" + SOME_ID + "/result?language=nl")),
            Question.get(at("gateway", "/csv/v1/template?language=nl")),
            Question.body("POST", at("gateway", "/fhir/Immunization"), FHIR, DOSE),
            Question.body("PUT", at("gateway", "/fhir/Immunization?identifier=urn:x*"), FHIR, DOSE),
            Question.body("POST", at("gateway", "/hl7v2"), "application/hl7-v2", HL7));
    List<Assault> assaults = new ArrayList<>();
    questions.forEach(question -> assaults.add(values("gateway", "party", party, question)));
    assaults.add(
        values(
            "brokerMachines",
            "party",
            bare,
            Question.form(
                at("brokerMachines", "/oauth2/token"),
                Map.of(
                    "grant_type", "client_credentials",
                    "client_id", source.id(),
                    "scope", "vaccination:report"))));
    assaults.add(
        values(
            "brokerMachines",
            "party",
            bare,
            Question.form(
                at("brokerMachines", "/oauth2/revoke"),
                Map.of("client_id", source.id(), "token", "a.b.c"))));
    return assaults;
  }

  private Assault site(String door, String first) {
    return site(door, "stranger", stranger(at(door, first)), first);
  }

  private Assault site(String door, String who, Visitor visitor, String first) {
    List<URI> shunned =
        Stream.of("/nl/uitloggen", "/en/log-out", "/staff/logout", "/logout")
            .map(path -> at(door, path))
            .toList();
    return new Wapiti(
        door + " as " + who, new Site(List.of(at(door, first)), shunned), visitor, tripwire);
  }

  private Assault asStranger(String door, String path) {
    return values(door, "stranger", stranger(at(door, home(door))), Question.get(at(door, path)));
  }

  private Assault asStranger(String door, String path, Map<String, String> fields) {
    URI address = at(door, path);
    return values(door, "stranger", stranger(at(door, home(door))), Question.form(address, fields));
  }

  private static String home(String door) {
    return switch (door) {
      case "brokerStaff" -> "/staff/login";
      case "broker" -> "/.well-known/openid-configuration";
      default -> "/nl";
    };
  }

  private static Assault values(String door, String who, Visitor visitor, Question question) {
    String title =
        "%s as %s %s %s".formatted(door, who, question.method(), question.address().getPath());
    return new Sqlmap(title, question, visitor);
  }

  private Visitor stranger(URI home) {
    return () -> new Visit.Guest(new Browser(demo.tls()), home);
  }

  private URI at(String door, String path) {
    return demo.address(door).resolve(path);
  }
}
