// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.operations;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.cims.contracts.citizen.SourcesView;
import nl.cims.contracts.citizen.SourcesView.Kind;
import nl.cims.contracts.citizen.SourcesView.Source;
import nl.cims.registry.access.Parties;
import nl.cims.registry.access.Party;
import nl.cims.registry.intake.Balance;
import nl.cims.registry.intake.Balances;
import org.springframework.stereotype.Service;

/// When each kind of party last reported anything, about anybody, a minute behind at most.
@Service
public class Sources {

  private final Parties parties;
  private final Balances balances;

  Sources(Parties parties, Balances balances) {
    this.parties = parties;
    this.balances = balances;
  }

  /// Each kind of which a party is switched on.
  public SourcesView view() {
    return view(parties.all(), balances.known());
  }

  static SourcesView view(Collection<Party> parties, List<Balance> balances) {
    return new SourcesView(
        Stream.of(Kind.values())
            .filter(kind -> parties.stream().anyMatch(it -> it.active() && is(it, kind)))
            .map(kind -> new Source(kind, latest(kind, parties, balances)))
            .toList());
  }

  /// Of those who have been switched off since too: what they reported stays.
  private static Optional<Instant> latest(
      Kind kind, Collection<Party> parties, List<Balance> balances) {
    Set<String> ids =
        parties.stream().filter(it -> is(it, kind)).map(Party::id).collect(Collectors.toSet());
    return balances.stream()
        .filter(it -> ids.contains(it.source()))
        .map(Balance::latest)
        .filter(Instant.EPOCH::isBefore)
        .max(Comparator.naturalOrder());
  }

  private static boolean is(Party party, Kind kind) {
    return switch (party.kind()) {
      case GGD -> kind == Kind.GGD;
      case GP -> kind == Kind.GP;
      case HOSPITAL -> kind == Kind.HOSPITAL;
      case INSTITUTION -> kind == Kind.INSTITUTION;
      case OPERATOR -> false;
    };
  }
}
