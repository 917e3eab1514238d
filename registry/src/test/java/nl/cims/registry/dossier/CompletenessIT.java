// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.cims.contracts.citizen.DossierView;
import nl.cims.contracts.citizen.ExportView;
import nl.cims.contracts.citizen.PlanningView;
import nl.cims.registry.DossierReads;
import nl.cims.registry.RegistryProcess;
import nl.cims.registry.TestNumbers;
import nl.cims.registry.access.Party;
import nl.cims.registry.intake.Intake;
import nl.cims.registry.intake.Reports;
import nl.cims.registry.intake.Sender;
import nl.cims.vocabulary.Bsn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Nothing is read of a dossier without a line in the access log: counted in what the register asks
/// its database, over every address that citizens have, also those that are added later.
class CompletenessIT {

  private static final String LINES =
      "SELECT count(*) FROM accesslog.entry WHERE data IN ('DOSSIER', 'PLANNING')";

  private final RegistryProcess registry = RegistryProcess.running();
  private final DossierReads database = registry.reads();
  private final Bsn bsn = TestNumbers.fresh();

  @BeforeEach
  void somebodyWasVaccinated() {
    Reports dose = Reports.of(bsn);
    registry
        .bean(Intake.class)
        .accept(
            Sender.of("ggd-utrecht", Party.Channel.FHIR), dose.message(), List.of(dose.report()));
  }

  @Test
  void everyReadOfADossierIsALineInTheLog() {
    Map<String, Integer> reads = new TreeMap<>();
    int unlogged = database.unlogged();
    for (String path : citizensPaths()) {
      int before = database.reads();
      long lines = lines();
      get(path.replace("{id}", new java.util.UUID(0, 1).toString()) + "?language=nl");
      reads.put(path, database.reads() - before);
      assertThat(lines() - lines).as(path).isEqualTo(database.reads() - before);
    }
    assertThat(database.unlogged()).isEqualTo(unlogged);
    assertThat(reads)
        .containsEntry(DossierView.PATH, 1)
        .containsEntry(ExportView.PATH, 1)
        .containsEntry(PlanningView.PATH, 1);
  }

  @Test
  void negativeControlAReadThatGoesRoundTheDoorIsNoticed() {
    int unlogged = database.unlogged();
    registry.bean(Histories.class).of(bsn);
    assertThat(database.unlogged()).isEqualTo(unlogged + 1);
  }

  private List<String> citizensPaths() {
    return registry
        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .stream()
        .flatMap(mapping -> mapping.getPatternValues().stream())
        .filter(path -> path.startsWith("/citizen/"))
        .toList();
  }

  private long lines() {
    return registry.superuser().sql(LINES).query(Long.class).single();
  }

  private void get(String path) {
    registry.send(
        HttpRequest.newBuilder(registry.address(path))
            .header("Authorization", "Bearer " + registry.tokens().citizen(bsn.reveal())));
  }
}
