// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.access;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The registered parties. Read once at the start: who is not in the list, or switched off, is
/// refused.
@Component
public class Parties {

  private final Map<String, Party> byId;

  Parties(PartyFile file) {
    this.byId =
        file.read().stream().collect(Collectors.toUnmodifiableMap(Party::id, Function.identity()));
  }

  /// The active party with this id, if it may report over this channel.
  public Optional<Party> reporting(String id, Party.Channel channel) {
    return Optional.ofNullable(byId.get(id))
        .filter(party -> party.active() && party.channels().contains(channel));
  }

  /// The name of the party with this id, active or not; the id itself if it is unknown.
  public String name(String id) {
    Party party = byId.get(id);
    return party == null ? id : party.name();
  }

  /// Whether this party is registered and switched on.
  public boolean active(String id) {
    Party party = byId.get(id);
    return party != null && party.active();
  }
}
