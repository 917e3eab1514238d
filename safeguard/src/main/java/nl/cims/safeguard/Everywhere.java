// SPDX-License-Identifier: EUPL-1.2
package nl.cims.safeguard;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The rules that hold for every deployable.
final class Everywhere {

  static final List<Rule> RULES =
      List.of(
          Everywhere::purpose,
          Everywhere::quietLogs,
          Everywhere::quietErrors,
          Everywhere::closedManagement,
          Everywhere::closedMachine,
          Everywhere::privateKey,
          Everywhere::modernTls,
          Everywhere::noSimulator);

  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private Everywhere() {}

  private static Stream<Finding> purpose(Settings settings) {
    return settings
        .text(Settings.ENVIRONMENT)
        .filter(said -> !said.equals("production") && !said.equals("demo"))
        .map(
            _ ->
                new Finding(
                    Settings.ENVIRONMENT, "is neither 'production' nor 'demo'; say which it is."))
        .stream();
  }

  private static Stream<Finding> quietLogs(Settings settings) {
    Stream<Finding> levels =
        settings.below("logging.level").entrySet().stream()
            .filter(
                level ->
                    level.getValue().equalsIgnoreCase("debug")
                        || level.getValue().equalsIgnoreCase("trace"))
            .map(
                level ->
                    new Finding(
                        "logging.level." + level.getKey(),
                        "logs at DEBUG or TRACE, where libraries write what they were given; set INFO or higher."));
    Stream<Finding> flags =
        Stream.of("debug", "trace")
            .filter(name -> settings.text(name).filter(said -> !said.equals("false")).isPresent())
            .map(name -> new Finding(name, "makes libraries log what they were given; remove it."));
    return Stream.concat(levels, flags);
  }

  private static Stream<Finding> quietErrors(Settings settings) {
    return Stream.of("server.error", "spring.web.error")
        .flatMap(
            where ->
                Stream.of("message", "stacktrace", "binding-errors", "exception")
                    .map(what -> where + ".include-" + what))
        .filter(
            name ->
                settings
                    .text(name)
                    .filter(said -> !said.equals("never") && !said.equals("false"))
                    .isPresent())
        .map(name -> new Finding(name, "shows the inside of a fault to callers; remove it."));
  }

  private static Stream<Finding> closedManagement(Settings settings) {
    Stream<Finding> exposed =
        settings
            .text("management.endpoints.web.exposure.include")
            .filter(said -> !said.equals("health"))
            .map(
                _ ->
                    new Finding(
                        "management.endpoints.web.exposure.include",
                        "opens more than the health; set 'health'."))
            .stream();
    Stream<Finding> details =
        Stream.of("show-details", "show-components")
            .map(what -> "management.endpoint.health." + what)
            .filter(name -> settings.text(name).filter(said -> !said.equals("never")).isPresent())
            .map(name -> new Finding(name, "tells strangers what runs here; set 'never'."));
    return Stream.concat(exposed, details);
  }

  private static Stream<Finding> closedMachine(Settings settings) {
    Stream<Finding> remote =
        settings.on("spring.jmx.enabled")
            ? Stream.of(
                new Finding("spring.jmx.enabled", "opens the process to others; remove it."))
            : Stream.empty();
    return Stream.concat(
        remote, flags(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()));
  }

  /// What of the flags of a JVM opens it, or writes its memory to a file.
  static Stream<Finding> flags(Stream<String> arguments) {
    return arguments
        .filter(
            flag ->
                flag.contains("jdwp")
                    || flag.startsWith("-Dcom.sun.management.jmxremote")
                    || flag.equals("-XX:+HeapDumpOnOutOfMemoryError"))
        .map(
            flag ->
                new Finding(
                    "the JVM's " + flag.replaceFirst("[=:](?!\\+).*", ""),
                    "opens the memory of the process, which holds personal data; start without it."));
  }

  /// The key of the process' certificate.
  private static Stream<Finding> privateKey(Settings settings) {
    return settings
        .text("spring.application.name")
        .map(name -> "spring.ssl.bundle.pem." + name + ".keystore.private-key")
        .stream()
        .flatMap(name -> secretFile(name).findings(settings));
  }

  /// The rule that a file with a secret is there and is the process' own.
  static Rule secretFile(String name) {
    return settings ->
        settings.file(name).stream()
            .flatMap(file -> trouble(file).map(said -> new Finding(name, said)));
  }

  private static Stream<String> trouble(Path file) {
    if (!Files.isReadable(file)) {
      return Stream.of(
          "names a file that cannot be read; make it, readable for this process only.");
    }
    try {
      Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
      permissions.retainAll(OTHERS);
      return permissions.isEmpty()
          ? Stream.empty()
          : Stream.of("names a secret that others can read or change; chmod 600 it.");
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException elsewhere) {
      return Stream.of("names a file whose rights cannot be seen; keep it on a POSIX file system.");
    }
  }

  private static Stream<Finding> modernTls(Settings settings) {
    return settings
        .text("spring.application.name")
        .map(name -> "spring.ssl.bundle.pem." + name + ".options.enabled-protocols")
        .filter(
            name ->
                settings
                    .text(name)
                    .filter(said -> !said.matches("(TLSv1\\.[23])(\\s*,\\s*TLSv1\\.[23])*"))
                    .isPresent())
        .map(name -> new Finding(name, "allows a TLS that is broken; TLSv1.3 and TLSv1.2 only."))
        .stream();
  }

  private static Stream<Finding> noSimulator(Settings settings) {
    return Everywhere.class.getClassLoader().getResource("nl/cims/simulators") == null
        ? Stream.empty()
        : Stream.of(
            new Finding(
                "the class path",
                "holds simulators, by which anybody logs in; use the released jar."));
  }
}
