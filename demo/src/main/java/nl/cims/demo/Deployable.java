// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The processes that run from our jars, in the order in which they are stopped.
enum Deployable {
  PORTAL("portal", Port.PORTAL, "http"),
  GATEWAY("gateway", Port.GATEWAY, "https"),
  BROKER("broker", Port.BROKER, "http"),
  DIGID("simulators", Port.DIGID, "http"),
  REGISTRY("registry", Port.REGISTRY, "https");

  private final String module;
  private final Port port;
  private final String scheme;

  Deployable(String module, Port port, String scheme) {
    this.module = module;
    this.port = port;
    this.scheme = scheme;
  }

  static Optional<Deployable> named(String title) {
    return Stream.of(values()).filter(each -> each.title().equals(title)).findFirst();
  }

  /// As the command line, log files and settings files name it.
  String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  Port port() {
    return port;
  }

  /// Every port on which it listens.
  List<Port> ports() {
    return switch (this) {
      case BROKER -> List.of(port, Port.BROKER_MACHINES, Port.BROKER_STAFF);
      case GATEWAY -> List.of(port, Port.MLLP);
      case PORTAL, DIGID, REGISTRY -> List.of(port);
    };
  }

  String address(int offset) {
    return scheme + "://localhost:" + port.shiftedBy(offset);
  }

  /// The jar as it is delivered.
  Path jar(Path repository) {
    return repository.resolve(module).resolve("target").resolve(module + "-0.1.0-app.jar");
  }

  /// The same jar beside its unpacked libraries: it starts faster, and only so can a JVM keep what
  /// it learned of it.
  Path unpackedJar(Path repository) {
    Path jar = jar(repository);
    return jar.resolveSibling("app").resolve(jar.getFileName());
  }
}
