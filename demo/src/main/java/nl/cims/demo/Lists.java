// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.cims.contracts.citizen.Localised;
import nl.cims.testkit.people.Person;
import nl.cims.testkit.people.Source;
import nl.cims.testkit.people.TestCitizen;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The lists by which the processes know whom they deal with, as JSON.
///
/// @param portal the portal's public address
/// @param console the console's public address
record Lists(String portal, String console) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// Those who may also report in HL7 v2: the one that sends if nobody is named, and a hospital.
  private static final Set<Source> HL7_SENDERS = Set.of(Source.GGD_UTRECHT, Source.HOSPITAL);

  /// Who watches over intake.
  static final String OPERATOR = "operator";

  /// The staff's console, at the broker.
  static final String CONSOLE = "console";

  /// To whom exports may go.
  static final String RECIPIENT = "epidemiology";

  private static final String REDIRECT = "/login/oauth2/code/broker";

  private record Client(
      String id,
      String kind,
      String certificateSubject,
      List<String> redirectUris,
      List<String> postLogoutRedirectUris,
      @Nullable String backchannelLogoutUri) {

    Client(String id, String kind, List<String> redirectUris) {
      this(id, kind, subject(id), redirectUris, List.of(), null);
    }
  }

  private record Party(
      String id,
      String name,
      String kind,
      String ura,
      List<String> channels,
      String contact,
      String certificateSubject) {}

  /// Somebody to log in as.
  ///
  /// @param bsn his number, a synthetic one
  /// @param name in full
  /// @param birthDate as far as it is known
  /// @param note what is special about him
  record Citizen(String bsn, String name, String birthDate, Localised note) {}

  /// Who may ask the broker for tokens.
  String clients() {
    List<Client> clients = new ArrayList<>();
    clients.add(
        new Client(
            "portal",
            "PORTAL",
            subject("portal"),
            List.of(portal + REDIRECT),
            Stream.of("/nl/uitgelogd", "/en/logged-out", "/nl/sessie-verlopen", "/en/session-ended")
                .map(page -> portal + page)
                .toList(),
            portal + "/logout/broker"));
    clients.add(
        new Client(
            CONSOLE,
            "CONSOLE",
            subject(CONSOLE),
            List.of(console + REDIRECT),
            List.of(console + "/nl/uitgelogd", console + "/en/logged-out"),
            console + "/logout/connect/back-channel/broker"));
    for (Source source : Source.values()) {
      clients.add(new Client(source.id(), "PARTY", List.of()));
    }
    clients.add(new Client(OPERATOR, "OPERATOR", List.of()));
    return JSON.writeValueAsString(clients);
  }

  /// Who may report to the registry.
  String parties() {
    return JSON.writeValueAsString(
        Stream.concat(Stream.of(operator()), Stream.of(Source.values()).map(Lists::party))
            .toList());
  }

  private static Party operator() {
    return new Party(OPERATOR, "Register (demo)", "OPERATOR", "", List.of(), "", subject(OPERATOR));
  }

  private static Party party(Source source) {
    return new Party(
        source.id(),
        source.title(),
        source.kind().name(),
        source.ura().value(),
        channels(source),
        "vaccinaties@" + source.id() + ".example",
        subject(source.id()));
  }

  private static List<String> channels(Source source) {
    List<String> channels = new ArrayList<>(List.of("FHIR"));
    if (HL7_SENDERS.contains(source)) {
      channels.add("HL7V2");
    }
    if (source.kind() == Source.Kind.HOSPITAL || source.kind() == Source.Kind.INSTITUTION) {
      channels.add("CSV");
    }
    if (source == Coronit.SENDER) {
      channels.add("CORONIT");
    }
    return channels;
  }

  /// Whom the DigiD simulator can log in.
  String people() {
    return JSON.writeValueAsString(testCitizens());
  }

  /// Those to log in as.
  static List<Citizen> testCitizens() {
    return Stream.of(TestCitizen.values()).map(Lists::citizen).toList();
  }

  private static Citizen citizen(TestCitizen citizen) {
    Person person = citizen.person();
    return new Citizen(
        person.bsn().reveal(), person.name().full(), person.birthDate().toString(), citizen.note());
  }

  private static String subject(String name) {
    return "CN=" + name + ",O=CIMS demo";
  }
}
