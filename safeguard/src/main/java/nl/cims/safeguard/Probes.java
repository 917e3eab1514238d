// SPDX-License-Identifier: EUPL-1.2
package nl.cims.safeguard;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the doctor tries out: files, certificates, ports, neighbours and the database.
final class Probes {

  private static final Duration SOON = Duration.ofDays(30);
  private static final int PATIENCE_MILLIS = 2000;

  /// What the process makes itself if it is not there.
  private static final Pattern MADE_BY_US = Pattern.compile(".*(keysets|witness|directory)");

  private final Settings settings;
  private final Clock clock;

  Probes(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /// What would stop a start, or fail soon after.
  List<Finding> wrong() {
    return Stream.of(
            named().entrySet().stream().flatMap(each -> file(each.getKey(), each.getValue())),
            certificates().flatMap(name -> certificate(name, this::validity)),
            database())
        .flatMap(Function.identity())
        .toList();
  }

  /// What may be as it should, but is worth a look.
  List<Finding> notes() {
    return Stream.of(
            certificates().flatMap(name -> certificate(name, this::nearEnd)),
            named().entrySet().stream().flatMap(each -> neighbour(each.getKey(), each.getValue())),
            port())
        .flatMap(Function.identity())
        .toList();
  }

  private Map<String, String> named() {
    Map<String, String> all = new TreeMap<>();
    // Those of modules: CIMS_HOME and the like in the environment are no settings of a process.
    settings.below("cims").entrySet().stream()
        .filter(each -> each.getKey().contains("."))
        .forEach(each -> all.put("cims." + each.getKey(), each.getValue()));
    settings.below("spring.ssl").forEach((name, value) -> all.put("spring.ssl." + name, value));
    return all;
  }

  private Stream<String> certificates() {
    return named().keySet().stream().filter(name -> name.endsWith("certificate"));
  }

  /// A setting that names a place on this machine names one that is there.
  private Stream<Finding> file(String name, String value) {
    boolean named = value.startsWith("/") || value.startsWith("file:");
    if (!named || MADE_BY_US.matcher(name).matches()) {
      return Stream.empty();
    }
    Path file = settings.file(name).orElseThrow();
    return Files.isReadable(file) || value.startsWith("/own/")
        ? Stream.empty()
        : Stream.of(new Finding(name, "names " + file + ", which cannot be read."));
  }

  private Stream<Finding> certificate(
      String name, BiFunction<String, X509Certificate, Stream<Finding>> look) {
    Optional<Path> file = settings.file(name).filter(Files::isReadable);
    if (file.isEmpty()) {
      return Stream.empty();
    }
    try (InputStream in = Files.newInputStream(file.orElseThrow())) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
          .map(X509Certificate.class::cast)
          .flatMap(certificate -> look.apply(name, certificate));
    } catch (IOException | CertificateException unreadable) {
      return Stream.of(new Finding(name, "is no certificate in PEM."));
    }
  }

  private Stream<Finding> validity(String name, X509Certificate certificate) {
    Instant end = certificate.getNotAfter().toInstant();
    if (end.isBefore(clock.instant())) {
      return Stream.of(new Finding(name, "has expired on " + end + "; have it renewed."));
    }
    return certificate.getNotBefore().toInstant().isAfter(clock.instant())
        ? Stream.of(new Finding(name, "does not hold yet; is the clock right?"))
        : Stream.empty();
  }

  private Stream<Finding> nearEnd(String name, X509Certificate certificate) {
    Instant end = certificate.getNotAfter().toInstant();
    return end.isAfter(clock.instant()) && end.isBefore(clock.instant().plus(SOON))
        ? Stream.of(new Finding(name, "expires on " + end + "; have it renewed in time."))
        : Stream.empty();
  }

  private static Stream<Finding> neighbour(String name, String value) {
    // Our own addresses, and those that only browsers go to.
    boolean asked =
        name.matches(".*(jwks-uri|token-uri|back-channel|gateway\\.registry|portal\\.gateway)");
    if (!asked || !value.matches("https?://.+")) {
      return Stream.empty();
    }
    URI address = URI.create(value);
    int port =
        address.getPort() >= 0 ? address.getPort() : address.getScheme().equals("https") ? 443 : 80;
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address.getHost(), port), PATIENCE_MILLIS);
      return Stream.empty();
    } catch (IOException away) {
      return Stream.of(
          new Finding(
              name,
              "is not reached at " + address.getHost() + ":" + port + "; it may start later."));
    }
  }

  private Stream<Finding> port() {
    Optional<Integer> port =
        settings.text("server.port").map(Integer::valueOf).filter(it -> it > 0);
    if (port.isEmpty()) {
      return Stream.empty();
    }
    String address = settings.text("server.address").orElse("0.0.0.0");
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(address, port.orElseThrow()));
      return Stream.empty();
    } catch (IOException taken) {
      return Stream.of(
          new Finding(
              "server.port", port.orElseThrow() + " is taken; is the process running already?"));
    }
  }

  private Stream<Finding> database() {
    Optional<String> url = settings.text("spring.datasource.url");
    if (url.isEmpty()) {
      return Stream.empty();
    }
    try (Connection connection =
        DriverManager.getConnection(
            url.orElseThrow(),
            settings.text("spring.datasource.username").orElse(""),
            settings.text("spring.datasource.password").orElse(""))) {
      return settings.demo() ? Stream.empty() : DatabaseRules.findings(connection).stream();
    } catch (SQLException away) {
      // The state and not the message, which can repeat what was given.
      String state = away.getSQLState();
      return Stream.of(
          new Finding(
              "spring.datasource",
              "28P01".equals(state)
                  ? "the password is refused; at the very first start the role is not there yet."
                  : "does not answer (SQL state %s).".formatted(state)));
    }
  }
}
