// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.operations;

import java.time.Duration;
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

  private static final Duration SILENCE = Duration.ofDays(7);

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

  /// How one party does.
  ///
  /// @param party which
  /// @param received how many reports came from it
  /// @param waiting how many of them wait in quarantine, or for what they are about
  /// @param refused how many were refused
  /// @param latest when something came from it last
  public record State(
      Party party, long received, long waiting, long refused, Optional<Instant> latest) {

    /// Whether it should report, and nothing has come from it for a week.
    public boolean isSilent(Instant now) {
      return party.active() && latest.filter(it -> it.isAfter(now.minus(SILENCE))).isEmpty();
    }
  }

  /// How each party that reports does, by its name.
  public List<State> states() {
    List<Balance> known = balances.known();
    return parties.all().stream()
        .filter(party -> party.kind() != Party.Kind.OPERATOR)
        .sorted(Comparator.comparing(Party::name))
        .map(
            party ->
                state(party, known.stream().filter(it -> it.source().equals(party.id())).toList()))
        .toList();
  }

  private static State state(Party party, List<Balance> own) {
    return new State(
        party,
        own.stream().mapToLong(Balance::received).sum(),
        own.stream().mapToLong(it -> it.quarantined() + it.parked()).sum(),
        own.stream().mapToLong(Balance::refused).sum(),
        own.stream()
            .map(Balance::latest)
            .filter(Instant.EPOCH::isBefore)
            .max(Comparator.naturalOrder()));
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
