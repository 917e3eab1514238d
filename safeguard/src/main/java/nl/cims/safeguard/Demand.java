// SPDX-License-Identifier: EUPL-1.2
package nl.cims.safeguard;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Rules of the kinds that deployables have in common.
public final class Demand {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|.*\\.localhost|127\\..*|\\[?::1]?|0\\.0\\.0\\.0");

  private Demand() {}

  /// The address that a setting names is `https`, and not on this machine.
  public static Rule publicAddress(String name) {
    return settings -> {
      Optional<URI> address = settings.text(name).flatMap(Demand::address);
      if (settings.text(name).isEmpty()) {
        return Stream.empty();
      }
      if (address.isEmpty() || !"https".equals(address.orElseThrow().getScheme())) {
        return Stream.of(
            new Finding(
                name, "is not https, so that everybody on the way reads along; use https."));
      }
      String host = Optional.ofNullable(address.orElseThrow().getHost()).orElse("");
      return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches()
          ? Stream.of(new Finding(name, "is on this machine, as in a demo; name the real address."))
          : Stream.empty();
    };
  }

  /// The address that a setting names is `https`.
  public static Rule https(String name) {
    return settings ->
        settings
            .text(name)
            .filter(said -> address(said).filter(it -> "https".equals(it.getScheme())).isEmpty())
            .map(
                _ ->
                    new Finding(
                        name, "is not https, so that everybody on the way reads along; use https."))
            .stream();
  }

  /// The file that a setting names is there, and can be read and changed by its owner only.
  public static Rule secretFile(String name) {
    return Everywhere.secretFile(name);
  }

  /// A setting has this value, or none.
  ///
  /// @param instead what is wrong and what to do
  public static Rule value(String name, String only, String instead) {
    return settings ->
        settings
            .text(name)
            .filter(said -> !said.equals(only))
            .map(_ -> new Finding(name, instead))
            .stream();
  }

  /// A setting is not there.
  ///
  /// @param instead what is wrong and what to do
  public static Rule absent(String name, String instead) {
    return settings -> settings.text(name).map(_ -> new Finding(name, instead)).stream();
  }

  /// A secret that people agreed on is long enough not to be guessed.
  public static Rule longSecret(String name) {
    return settings ->
        settings
            .text(name)
            .filter(said -> said.length() < 24)
            .map(
                _ ->
                    new Finding(
                        name, "can be guessed; take 24 characters or more, from a machine."))
            .stream();
  }

  /// The database at this address is reached over TLS that knows whom it talks to.
  public static Rule databaseAt(String name) {
    return settings ->
        settings
            .text(name)
            .filter(url -> !url.matches(".*[?&]sslmode=verify-full(&.*)?"))
            .map(
                _ ->
                    new Finding(
                        name,
                        "does not demand TLS with a checked certificate; add sslmode=verify-full and sslrootcert."))
            .stream();
  }

  /// The main database is reached so, under a role that is not the one that migrates.
  public static Rule database() {
    return settings -> {
      Stream<Finding> tls = databaseAt("spring.datasource.url").findings(settings);
      String user = settings.text("spring.datasource.username").orElse("");
      Stream<Finding> role =
          user.equals("postgres") || user.equals(settings.text("spring.flyway.user").orElse(""))
              ? Stream.of(
                  new Finding(
                      "spring.datasource.username",
                      "is a role that owns tables; use the one that the migrations make."))
              : Stream.empty();
      return Stream.concat(tls, role);
    };
  }

  private static Optional<URI> address(String said) {
    try {
      return Optional.of(URI.create(said));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
