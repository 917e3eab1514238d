// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import nl.cims.contracts.citizen.AccessLogView;
import nl.cims.contracts.citizen.SourcesView;
import nl.cims.contracts.citizen.SourcesView.Kind;
import nl.cims.contracts.citizen.SourcesView.Source;
import nl.cims.contracts.problem.ProblemType;
import nl.cims.registry.RegistryProcess;
import nl.cims.registry.TestNumbers;
import nl.cims.registry.access.Party;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// How fresh the register is, as a citizen sees it after the ledger was summed.
class FreshnessIT {

  private final RegistryProcess registry = RegistryProcess.running();
  private final Reports dose = Reports.of(TestNumbers.fresh());
  private final String token = registry.tokens().citizen(dose.bsn().reveal());

  @Test
  void tellsWhenEachKindOfPartyLastReportedAndLogsNoLook() {
    Instant before = Instant.now().minusSeconds(1);
    registry
        .bean(Intake.class)
        .accept(Sender.of("gp-jansen", Party.Channel.FHIR), dose.message(), List.of(dose.report()));
    registry.bean(Meters.class).renew();

    HttpResponse<String> answer = get(SourcesView.PATH, token);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("max-age=60");
    List<Source> sources = read(answer, SourcesView.class).sources();
    assertThat(sources)
        .extracting(Source::kind)
        .containsExactly(Kind.GGD, Kind.GP, Kind.HOSPITAL, Kind.INSTITUTION);
    assertThat(sources.get(1).latest()).hasValueSatisfying(it -> assertThat(it).isAfter(before));
    assertThat(read(get(AccessLogView.PATH, token), AccessLogView.class).lines()).hasSize(1);
  }

  @Test
  void isForCitizensOnly() {
    assertThat(get(SourcesView.PATH, registry.tokens().party("gp-jansen")).body())
        .contains(ProblemType.SCOPE_MISSING.uri());
  }

  @Test
  void isNotSummedAnewForEachWhoAsks() {
    Balances balances = registry.bean(Balances.class);
    List<Balance> summed = balances.renew();
    assertThat(balances.known()).isSameAs(summed).isSameAs(balances.known());
    assertThat(new Balances(registry.bean(Ledger.class)).known()).isEqualTo(summed);
  }

  private <V> V read(HttpResponse<String> answer, Class<V> view) {
    return registry.bean(JsonMapper.class).readValue(answer.body(), view);
  }

  private HttpResponse<String> get(String path, String with) {
    return registry.send(
        HttpRequest.newBuilder(registry.address(path)).header("Authorization", "Bearer " + with));
  }
}
