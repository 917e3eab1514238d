// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.cims.contracts.citizen.SourcesView.Kind;
import nl.cims.contracts.citizen.SourcesView.Source;
import nl.cims.registry.access.Party;
import nl.cims.registry.intake.Balance;
import org.junit.jupiter.api.Test;

/// When each kind of party last reported.
class SourcesTest {

  private static final Instant EARLY = Instant.parse("2021-03-01T10:00:00Z");
  private static final Instant LATE = Instant.parse("2021-03-02T10:00:00Z");

  @Test
  void tellsTheLatestOfEachKindOverAllItsPartiesAndChannels() {
    assertThat(
            sources(
                List.of(
                    party("ggd-1", Party.Kind.GGD, true),
                    party("ggd-2", Party.Kind.GGD, true),
                    party("gp", Party.Kind.GP, true)),
                balance("ggd-1", Party.Channel.FHIR, EARLY),
                balance("ggd-2", Party.Channel.FHIR, EARLY),
                balance("ggd-2", Party.Channel.CORONIT, LATE),
                balance("gp", Party.Channel.HL7V2, EARLY),
                balance("unregistered", Party.Channel.CSV, LATE)))
        .containsExactly(
            new Source(Kind.GGD, Optional.of(LATE)), new Source(Kind.GP, Optional.of(EARLY)));
  }

  @Test
  void showsOnlyKindsOfWhichAPartyIsSwitchedOn() {
    List<Party> parties =
        List.of(
            party("home-gone", Party.Kind.INSTITUTION, false),
            party("hospital", Party.Kind.HOSPITAL, true),
            party("hospital-gone", Party.Kind.HOSPITAL, false),
            party("operator", Party.Kind.OPERATOR, true));
    assertThat(
            sources(
                parties,
                balance("home-gone", Party.Channel.CSV, LATE),
                balance("hospital-gone", Party.Channel.CSV, LATE),
                balance("operator", Party.Channel.CSV, LATE)))
        .containsExactly(new Source(Kind.HOSPITAL, Optional.of(LATE)));
  }

  @Test
  void saysSoWhereNothingHasComeYet() {
    assertThat(
            sources(
                List.of(party("gp", Party.Kind.GP, true)),
                balance("gp", Party.Channel.FHIR, Instant.EPOCH)))
        .containsExactly(new Source(Kind.GP, Optional.empty()));
  }

  private static List<Source> sources(List<Party> parties, Balance... balances) {
    return Sources.view(parties, List.of(balances)).sources();
  }

  private static Balance balance(String source, Party.Channel channel, Instant latest) {
    return new Balance(source, channel, 1, 1, 0, 0, 0, 0, 0, latest);
  }

  private static Party party(String id, Party.Kind kind, boolean active) {
    return new Party(id, id, kind, "", Set.of(), active, Set.of(), "", Set.of());
  }
}
