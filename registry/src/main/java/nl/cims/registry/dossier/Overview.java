// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.dossier;

import java.util.List;
import java.util.Optional;
import nl.cims.contracts.citizen.Localised;
import nl.cims.contracts.citizen.Programme;
import nl.cims.contracts.citizen.VaccinationView;
import nl.cims.registry.access.Parties;
import nl.cims.registry.catalogue.Product;
import nl.cims.registry.catalogue.Vaccines;
import nl.cims.registry.immunisation.Circumstances;
import nl.cims.registry.immunisation.State;
import nl.cims.vocabulary.BatchNumber;
import org.springframework.stereotype.Component;

/// How a dose is shown: what its source said, with the catalogue's name for the vaccine. A vaccine
/// that has left the catalogue is shown under the name that the source gave it.
@Component
class Overview {

  private final Vaccines vaccines;
  private final Parties parties;

  Overview(Vaccines vaccines, Parties parties) {
    this.vaccines = vaccines;
    this.parties = parties;
  }

  VaccinationView view(State state) {
    Optional<Product> product = vaccines.byId(state.product());
    Circumstances how = state.circumstances();
    return new VaccinationView(
        state.dose().value().toString(),
        product.map(Product::name).orElseGet(() -> new Localised(how.vaccine(), how.vaccine())),
        product.map(Product::diseases).orElse(List.of()),
        product.map(Product::programme).orElse(Programme.OTHER),
        state.occurredOn().toString(),
        state.batch().map(BatchNumber::value),
        said(how.manufacturer())
            .or(() -> product.map(Product::manufacturer).flatMap(Overview::said)),
        said(how.performer()),
        said(how.country()),
        said(how.dose()),
        parties.name(state.source()),
        state.receivedAt(),
        state.corrected());
  }

  private static Optional<String> said(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
