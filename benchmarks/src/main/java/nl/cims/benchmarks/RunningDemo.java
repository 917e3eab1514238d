// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the demo says of itself in `demo.json`. Addresses that are not this machine's are refused:
/// load on somebody else's machine is an attack.
public final class RunningDemo {

  private final JsonNode summary;

  private RunningDemo(JsonNode summary) {
    this.summary = summary;
  }

  /// The demo in this directory.
  ///
  /// @throws CannotMeasure if none was ever started there
  public static RunningDemo in(Path directory) {
    Path file = directory.resolve("demo.json");
    try {
      return new RunningDemo(JsonMapper.shared().readTree(Files.readAllBytes(file)));
    } catch (IOException | JacksonException none) {
      throw new CannotMeasure(
          "There is no demo to measure (%s cannot be read); start one with ./cims demo."
              .formatted(file),
          none);
    }
  }

  /// The address of a process, on this machine.
  public URI address(String process) {
    return onLoopback(URI.create(text(summary.at("/addresses/" + process))));
  }

  /// TLS that trusts the demo's authority and shows no certificate.
  public SSLContext tls() {
    return ClientTls.trusting(certificateAuthority());
  }

  /// TLS as this client of the broker.
  public SSLContext tlsAs(String client) {
    return ClientTls.of(certificate(client), privateKey(client), certificateAuthority());
  }

  /// The certificate of this client, as PEM.
  public Path certificate(String client) {
    return Path.of(text(client(client).at("/certificate")));
  }

  /// Its key, as PEM.
  public Path privateKey(String client) {
    return Path.of(text(client(client).at("/privateKey")));
  }

  /// The certificate of the authority that issued all others.
  public Path certificateAuthority() {
    return Path.of(text(summary.at("/certificateAuthority")));
  }

  private JsonNode client(String id) {
    for (JsonNode each : summary.at("/clients")) {
      if (each.at("/id").asString("").equals(id)) {
        return each;
      }
    }
    throw new CannotMeasure("The demo knows no client " + id + ".");
  }

  /// The BSNs of those to log in as.
  public List<String> citizens() {
    List<String> citizens = new ArrayList<>();
    for (JsonNode each : summary.at("/testCitizens")) {
      citizens.add(text(each.at("/bsn")));
    }
    return citizens;
  }

  /// How to reach a database in PostgreSQL.
  ///
  /// @param name such as `registry`
  public Login database(String name) {
    String url = text(summary.at("/database/url"));
    onLoopback(URI.create(url.replaceFirst("^jdbc:", "")));
    return new Login(
        url + (url.endsWith("/") ? "" : "/") + name,
        text(summary.at("/database/user")),
        summary.at("/database/password").asString(""));
  }

  /// A way into the database: JDBC address, user, password.
  public record Login(String url, String user, String password) {

    @Override
    public String toString() {
      return "Login[" + url + "]";
    }
  }

  /// The same address, if it is on this machine.
  ///
  /// @throws CannotMeasure if not
  public static URI onLoopback(URI address) {
    try {
      if (address.getHost() != null
          && InetAddress.getByName(address.getHost()).isLoopbackAddress()) {
        return address;
      }
    } catch (UnknownHostException unknown) {
      throw new CannotMeasure("Nobody knows the machine of " + address + ".", unknown);
    }
    throw new CannotMeasure(
        address + " is not on this machine; only a demo on this machine is measured.");
  }

  private static String text(JsonNode node) {
    String text = node.asString("");
    if (text.isEmpty()) {
      throw new CannotMeasure("The demo's demo.json is incomplete; start the demo again.");
    }
    return text;
  }
}
