// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.cims.testkit.certificates.CertificateAuthority;
import nl.cims.testkit.people.Source;

/// Writes the settings of every process, with the keys and certificates that they name: what an
/// operator does in production.
final class Settings {

  private static final Pattern PLACEHOLDER = Pattern.compile("@\\{([\\w.-]+)}");

  private final Home home;
  private final int offset;
  private final CertificateAuthority authority;
  private final Map<String, String> values = new HashMap<>();

  Settings(Home home, int offset, Clock clock) {
    this.home = home;
    this.offset = offset;
    this.authority = CertificateAuthority.in(home.certificates(), clock);
  }

  CertificateAuthority authority() {
    return authority;
  }

  void write(Postgres postgres) {
    for (Deployable deployable : Deployable.values()) {
      authority.issue(deployable.title());
    }
    for (Source source : Source.values()) {
      authority.issue(source.id());
    }
    authority.issue(Lists.OPERATOR);
    authority.issue(Lists.CONSOLE);
    authority.issue(Lists.RECIPIENT);
    fillInPlaces();
    fillInSecrets(new Secrets(home.keys()));
    authority.issue(Postgres.TITLE);
    authority.issue(Coronit.READER);
    // On loopback without TLS (adr/0007), though the server offers it for CoronIT.
    for (String database : new String[] {"registry", "keyring", "broker"}) {
      values.put("url." + database, postgres.url(database) + "?sslmode=disable");
    }
    values.put("url.coronit", postgres.url(Coronit.DATABASE));
    values.put("coronit.reader", Coronit.READER);
    values.put("coronit.source", Coronit.SENDER.id());
    for (Deployable deployable : Deployable.values()) {
      put(file(deployable), filledIn(template(deployable)));
    }
    Lists lists = new Lists(Deployable.PORTAL.address(offset), console(offset));
    put(home.settings().resolve("clients.json"), lists.clients());
    put(home.settings().resolve("parties.json"), lists.parties());
    put(home.settings().resolve("people.json"), lists.people());
  }

  /// The settings file of a process.
  Path file(Deployable deployable) {
    return home.settings(deployable.title());
  }

  private void fillInPlaces() {
    values.put("certificates", home.certificates().toString());
    // An empty list, or what ./cims revoke has put on it, once more for as long as certificates
    // live.
    values.put("revocations", authority.renewedRevocations().toString());
    values.put("keys", home.keys().toString());
    values.put("witnesses", home.witnesses().toString());
    values.put("settings", home.settings().toString());
    for (Port port : Port.values()) {
      values.put("port." + port.name(), Integer.toString(port.shiftedBy(offset)));
    }
    for (Deployable deployable : Deployable.values()) {
      values.put(deployable.title(), deployable.address(offset));
    }
    values.put("issuer", Deployable.BROKER.address(offset));
    values.put("broker.machines", brokerMachines(offset));
    values.put("broker.staff", brokerStaff(offset));
    values.put("console", console(offset));
  }

  /// Where staff reach the console.
  static String console(int offset) {
    return "https://localhost:" + Port.CONSOLE.shiftedBy(offset);
  }

  /// Where machines reach the broker.
  static String brokerMachines(int offset) {
    return "https://localhost:" + Port.BROKER_MACHINES.shiftedBy(offset);
  }

  /// Where staff reach the broker.
  static String brokerStaff(int offset) {
    return "http://localhost:" + Port.BROKER_STAFF.shiftedBy(offset);
  }

  private void fillInSecrets(Secrets secrets) {
    for (String name :
        new String[] {
          "registry_app",
          "registry_migrate",
          "registry_sequencer",
          "registry_keyring",
          "keyring_migrate",
          "broker_app",
          "broker_migrate",
          "digid_client"
        }) {
      values.put("password." + name, secrets.password(name).reveal());
    }
    Path bsnKey = secrets.privateJwk("registry-bsn", "enc", "ECDH-ES+A256KW");
    values.put("bsn-key", bsnKey.toString());
    values.put("bsn-public-key", secrets.publicJwk(bsnKey).toString());
    values.put("signing-key", secrets.privateJwk("broker-signing", "sig", "ES256").toString());
    values.put("pairwise-key", secrets.symmetricKey("broker-pairwise").toString());
    values.put("key-encryption-key", secrets.symmetricKey("demo-key-encryption").toString());
  }

  private String filledIn(String template) {
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(
            match -> {
              String value = values.get(match.group(1));
              if (value == null) {
                throw new IllegalStateException("no value for " + match.group());
              }
              return Matcher.quoteReplacement(value);
            });
  }

  private static String template(Deployable deployable) {
    String name = deployable.title() + ".yaml";
    try (InputStream in = Settings.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no template " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void put(Path file, String content) {
    try {
      Files.writeString(file, content);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
