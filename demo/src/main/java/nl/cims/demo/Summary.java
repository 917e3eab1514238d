// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.cims.testkit.people.Source;
import tools.jackson.databind.json.JsonMapper;

/// What others need to know to use the running demo, kept as `demo.json` in its directory.
///
/// @param portOffset by how much all ports are shifted
/// @param addresses of each process, and of their further doors: the broker's for machines and
///   staff (`brokerMachines`, `brokerStaff`), the staff console (`console`), HL7 v2 over TLS at the
///   gateway (`mllp`)
/// @param certificateAuthority PEM file that everybody trusts
/// @param clients who may get a token, with certificate and key
/// @param database the superuser of PostgreSQL, who may look at everything
/// @param files what else lies where
/// @param testCitizens those to log in as
record Summary(
    int portOffset,
    Map<String, String> addresses,
    String certificateAuthority,
    List<Client> clients,
    Login database,
    Map<String, String> files,
    List<Lists.Citizen> testCitizens) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// A client of the broker, as PEM files.
  record Client(String id, String certificate, String privateKey) {}

  /// How to log in to PostgreSQL; append the name of a database to the address.
  record Login(String url, String user, String password) {}

  static Summary of(Home home, int offset, Postgres postgres) {
    Map<String, String> addresses = new LinkedHashMap<>();
    for (Deployable deployable : Deployable.values()) {
      addresses.put(deployable.title(), deployable.address(offset));
    }
    addresses.put("brokerMachines", Settings.brokerMachines(offset));
    addresses.put("console", Settings.console(offset));
    addresses.put("mllp", "mllps://localhost:" + Port.MLLP.shiftedBy(offset));
    addresses.put("brokerStaff", Settings.brokerStaff(offset));
    Map<String, String> files = new LinkedHashMap<>();
    files.put("logs", home.logs().toString());
    files.put("settings", home.settings().toString());
    files.put("keys", home.keys().toString());
    files.put("oneMoreMessage", home.exampleMessage().toString());
    List<Client> clients =
        Stream.concat(
                Stream.of(Deployable.PORTAL.title()), Stream.of(Source.values()).map(Source::id))
            .map(id -> client(home, id))
            .toList();
    return new Summary(
        offset,
        addresses,
        home.certificates().resolve("ca.crt.pem").toString(),
        clients,
        new Login(postgres.url(""), "postgres", postgres.superuserPassword().reveal()),
        files,
        Lists.testCitizens());
  }

  void write(Path file) {
    try {
      Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// The offset of the demo that was started last in this directory, if there was one.
  static Optional<Integer> offsetIn(Path file) {
    try {
      return Optional.of(JSON.readTree(Files.readAllBytes(file)).path("portOffset").asInt(0));
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  private static Client client(Home home, String id) {
    return new Client(
        id,
        home.certificates().resolve(id + ".crt.pem").toString(),
        home.certificates().resolve(id + ".key.pem").toString());
  }
}
