// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.access;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The file that lists the registered parties.
@Component
class PartyFile {

  private final AccessSettings settings;
  private final JsonMapper json;

  PartyFile(AccessSettings settings, JsonMapper json) {
    this.settings = settings;
    this.json = json;
  }

  List<Party> read() {
    try {
      return json
          .readValue(Files.readAllBytes(settings.parties()), new TypeReference<List<Entry>>() {})
          .stream()
          .map(Entry::toParty)
          .toList();
    } catch (IOException cause) {
      throw new IllegalStateException(
          "the file of parties (cims.access.parties) cannot be read", cause);
    }
  }

  /// @param certificateSubject distinguished name as RFC 2253 writes it, such as `CN=gp,O=Practice`
  /// @param nextCertificateSubject the same of the certificate that it changes to
  private record Entry(
      String id,
      String name,
      Party.Kind kind,
      @Nullable String ura,
      @Nullable String agb,
      List<Party.Channel> channels,
      @Nullable Boolean active,
      @Nullable List<String> programmes,
      @Nullable String contact,
      @Nullable String certificateSubject,
      @Nullable String nextCertificateSubject) {

    Party toParty() {
      String number = ura != null ? "URA:" + ura : agb != null ? "AGB:" + agb : "";
      return new Party(
          id,
          name,
          kind,
          number,
          Set.copyOf(channels),
          active == null || active,
          programmes == null ? Set.of() : Set.copyOf(programmes),
          contact == null ? "" : contact,
          Stream.of(certificateSubject, nextCertificateSubject)
              .flatMap(Stream::ofNullable)
              .map(X500Principal::new)
              .collect(Collectors.toUnmodifiableSet()));
    }
  }
}
