// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;
import org.springframework.stereotype.Component;

/// The registered parties. Read once at the start: who is not in the list, or switched off, is
/// refused.
@Component
public class Parties {

  private final Map<String, Party> byId;
  private final Map<X500Principal, Party> byCertificate;

  Parties(PartyFile file) {
    List<Party> parties = file.read();
    this.byId =
        parties.stream().collect(Collectors.toUnmodifiableMap(Party::id, Function.identity()));
    this.byCertificate = byCertificate(parties);
  }

  private static Map<X500Principal, Party> byCertificate(List<Party> parties) {
    Map<X500Principal, Party> found = new HashMap<>();
    for (Party party : parties) {
      for (X500Principal subject : party.certificates()) {
        if (found.put(subject, party) != null) {
          throw new IllegalStateException(
              "the certificate of %s is that of another party too".formatted(party.id()));
        }
      }
    }
    return Map.copyOf(found);
  }

  /// The active party with this id, if it may report over this channel.
  public Optional<Party> reporting(String id, Party.Channel channel) {
    return Optional.ofNullable(byId.get(id))
        .filter(party -> party.active() && party.channels().contains(channel));
  }

  /// The party to which the certificate with this subject was given, active or not.
  public Optional<Party> byCertificate(X500Principal subject) {
    return Optional.ofNullable(byCertificate.get(subject));
  }

  /// The name of the party with this id, active or not; the id itself if it is unknown.
  public String name(String id) {
    Party party = byId.get(id);
    return party == null ? id : party.name();
  }

  /// URA or AGB of the party with this id, such as `URA:12345678`; empty if it has none.
  public String number(String id) {
    Party party = byId.get(id);
    return party == null ? "" : party.number();
  }

  /// All of them, active or not.
  public Collection<Party> all() {
    return byId.values();
  }

  /// Whom to ask about what this party sent; empty if nobody is named.
  public String contact(String id) {
    Party party = byId.get(id);
    return party == null ? "" : party.contact();
  }

  /// Whether this party may report vaccines of this programme.
  public boolean mayReport(String id, String programme) {
    Party party = byId.get(id);
    return party != null && party.reports(programme);
  }

  /// The names of all programmes that some party is limited to.
  public Set<String> programmes() {
    return byId.values().stream()
        .flatMap(party -> party.programmes().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Whether this party is registered and switched on.
  public boolean active(String id) {
    Party party = byId.get(id);
    return party != null && party.active();
  }

  /// Whether this is somebody who watches over intake and vaccinates nobody.
  public boolean operates(String id) {
    Party party = byId.get(id);
    return party != null && party.kind() == Party.Kind.OPERATOR;
  }
}
