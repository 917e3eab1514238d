// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks.attack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.cims.benchmarks.Browser;
import nl.cims.benchmarks.Messages;
import nl.cims.benchmarks.RunningDemo;
import nl.cims.testkit.people.Source;

/// A party that may report, with its certificate and, where one is asked for, a token.
///
/// @param demo that knows it
/// @param source which it is
/// @param file with certificate and key, as sqlmap wants them
/// @param withToken whether it shows one
record Party(RunningDemo demo, Source source, Path file, boolean withToken) implements Visit {

  /// Puts certificate and key into one file.
  static Path identity(RunningDemo demo, Source source, Path file) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(
        file,
        Files.readString(demo.privateKey(source.id()))
            + Files.readString(demo.certificate(source.id())));
  }

  @Override
  public List<String> headers() throws InterruptedException {
    return withToken ? List.of("Authorization: Bearer " + token()) : List.of();
  }

  private String token() throws InterruptedException {
    return Messages.token(source, demo.tlsAs(source.id()), demo.address("brokerMachines"));
  }

  @Override
  public Optional<Path> identity() {
    return Optional.of(file);
  }

  @Override
  public Map<String, String> hidden(URI page) {
    return Map.of();
  }

  /// As it stands the form is let in: where a changed one is refused, it is for its values.
  @Override
  public Set<String> refusals(URI form, Map<String, String> fields) throws InterruptedException {
    int status = new Browser(demo.tlsAs(source.id())).post(form, fields).status();
    return status < 400 ? Sqlmap.NOT_LET_IN : Set.of();
  }

  /// Sqlmap itself says if it was not let in; here only whether the party is still known.
  @Override
  public void requireIn() throws InterruptedException {
    token();
  }
}
