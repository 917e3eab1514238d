// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.cims.testkit.certificates.CertificateAuthority;
import nl.cims.testkit.messages.FhirMessages;
import nl.cims.testkit.people.Report;
import nl.cims.testkit.people.Source;

/// Everything that has to go on while people log in: each part asked by somebody of his own, one
/// time after another, on a thread of his own.
final class Services {

  static final Source SOURCE = Source.values()[0];

  private final RunningDemo demo;
  private final String cookie;
  private final Party party;
  private final HttpClient anybody;
  private final HttpClient asParty;

  /// @param cookie of an open session at the portal
  Services(RunningDemo demo, String cookie) {
    this.demo = demo;
    this.cookie = cookie;
    this.party = demo.party(SOURCE);
    CertificateAuthority authority = demo.cims().settings().authority();
    HttpClient.Builder client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
    this.anybody = client.build();
    this.asParty = client.sslContext(authority.tlsAs(authority.issue(SOURCE.id()))).build();
  }

  /// How it went.
  ///
  /// @param asked what was asked at the portal, and at the broker's doors of machines and staff
  /// @param reports what a party was answered
  /// @param login where one logs in: the smallest request at the broker's door for citizens, or the
  ///   portal's word while there is none
  record Round(Map<String, Series> asked, List<Answer> reports, Series login) {

    void assertWentOn() {
      assertThat(asked)
          .allSatisfy((what, how) -> assertThat(how.statuses()).as(what).containsOnly(200));
      assertThat(reports).as("intake").hasSizeGreaterThan(5).allMatch(Answer::accepted);
    }

    @Override
    public String toString() {
      StringBuilder lines = new StringBuilder();
      asked.forEach((what, how) -> lines.append("\n  %-12s %s".formatted(what, how)));
      return lines.append("\n  login        ").append(login).toString();
    }
  }

  /// The party has its token in hand from here on.
  void takeToken(List<Report> reports) throws InterruptedException {
    assertThat(sent(reports)).allMatch(Answer::accepted);
  }

  /// All of it, so many times.
  Round round(int times, List<Report> reports) throws Exception {
    int offset = demo.cims().offset();
    String machines = Settings.brokerMachines(offset);
    Map<String, Callable<Series>> asked = withoutBroker(times);
    asked.put("tokens", () -> Series.of(times, asParty, token(machines)));
    asked.put("keys", () -> Series.of(times, asParty, get(machines + "/oauth2/jwks")));
    asked.put(
        "staff",
        () -> Series.of(times, anybody, get(Settings.brokerStaff(offset) + "/staff/login")));
    String citizens = Deployable.BROKER.address(offset);
    return round(asked, reports, () -> Series.of(times, anybody, get(citizens + "/oauth2/jwks")));
  }

  /// What needs no broker, so many times; for nobody can log in, everybody who tries is told so.
  Round roundWithoutBroker(int times, List<Report> reports) throws Exception {
    return round(withoutBroker(times), reports, () -> login(times));
  }

  /// Who wants to log in asks the portal, as often as this.
  Series login(int times) throws InterruptedException {
    return Series.of(times, anybody, get(demo.portal() + "/nl/inloggen"));
  }

  private Map<String, Callable<Series>> withoutBroker(int times) {
    Map<String, Callable<Series>> asked = new LinkedHashMap<>();
    HttpRequest.Builder own = get(demo.portal() + CitizenBrowser.RECORD_NL);
    asked.put("session", () -> Series.of(times, anybody, own.header("Cookie", cookie)));
    asked.put("public page", () -> Series.of(times, anybody, get(demo.portal() + "/nl/contact")));
    return asked;
  }

  private Round round(
      Map<String, Callable<Series>> asked, List<Report> reports, Callable<Series> door)
      throws Exception {
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      Map<String, Future<Series>> asking = new LinkedHashMap<>();
      asked.forEach((what, how) -> asking.put(what, threads.submit(how)));
      Future<Series> atTheDoor = threads.submit(door);
      Future<List<Answer>> sent = threads.submit(() -> sent(reports));
      Map<String, Series> answered = new LinkedHashMap<>();
      for (Map.Entry<String, Future<Series>> each : asking.entrySet()) {
        answered.put(each.getKey(), each.getValue().get());
      }
      return new Round(answered, sent.get(), atTheDoor.get());
    }
  }

  private List<Answer> sent(List<Report> reports) throws InterruptedException {
    List<Answer> answers = new ArrayList<>();
    for (Report report : reports) {
      answers.add(party.send(FhirMessages.single(report)));
    }
    return answers;
  }

  private static HttpRequest.Builder get(String address) {
    return HttpRequest.newBuilder(URI.create(address));
  }

  private static HttpRequest.Builder token(String machines) {
    return get(machines + "/oauth2/token")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(
            BodyPublishers.ofString(
                "grant_type=client_credentials&scope=vaccination:report&client_id=" + SOURCE.id()));
  }
}
