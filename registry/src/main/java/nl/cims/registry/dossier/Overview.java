// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.cims.contracts.citizen.AsSent;
import nl.cims.contracts.citizen.DossierView;
import nl.cims.contracts.citizen.Localised;
import nl.cims.contracts.citizen.PersonView;
import nl.cims.contracts.citizen.VaccinationView;
import nl.cims.contracts.citizen.VaccinationView.OtherReport;
import nl.cims.registry.access.Parties;
import nl.cims.registry.catalogue.Disease;
import nl.cims.registry.catalogue.Maker;
import nl.cims.registry.catalogue.Product;
import nl.cims.registry.catalogue.Programme;
import nl.cims.registry.catalogue.Vaccines;
import nl.cims.registry.immunisation.Circumstances;
import nl.cims.registry.immunisation.State;
import nl.cims.registry.immunisation.Vaccination;
import nl.cims.registry.person.PersonDetails;
import nl.cims.vocabulary.BatchNumber;
import org.springframework.stereotype.Component;

/// How a dossier is shown. A dose: what its source said, with the catalogue's name for the vaccine,
/// and which other sources reported it. A vaccine that has left the catalogue is shown under the
/// name that the source gave it.
@Component
class Overview {

  private static final Localised UNNAMED = new Localised("onbekend vaccin", "unknown vaccine");

  private final Vaccines vaccines;
  private final Parties parties;

  Overview(Vaccines vaccines, Parties parties) {
    this.vaccines = vaccines;
    this.parties = parties;
  }

  DossierView of(History history, Instant now) {
    return new DossierView(
        history.person().map(Overview::view),
        history.vaccinations().stream().map(this::view).toList(),
        now);
  }

  private static PersonView view(PersonDetails details) {
    return new PersonView(
        details.given(), details.infix(), details.surname(), details.birthDate(), details.sex());
  }

  private VaccinationView view(Vaccination vaccination) {
    State state = vaccination.leading();
    Optional<Product> product = vaccines.byId(state.product());
    Circumstances how = state.circumstances();
    return new VaccinationView(
        state.dose().value().toString(),
        name(state, product),
        product.map(Product::diseases).orElse(List.of()).stream().map(Disease::name).toList(),
        product.map(Product::programme).map(Programme::id).orElse(Programme.OTHER),
        state.occurredOn().toString(),
        state.batch().map(BatchNumber::value),
        said(how.manufacturer()).or(() -> product.flatMap(Product::maker).map(Maker::name)),
        said(how.performer()),
        said(how.country()),
        said(how.dose()),
        parties.name(state.source()),
        state.receivedAt(),
        state.corrected(),
        sent(state),
        vaccination.others().stream().map(this::view).toList());
  }

  private OtherReport view(Vaccination.Other other) {
    State state = other.state();
    return new OtherReport(
        parties.name(state.source()),
        name(state, vaccines.byId(state.product())),
        state.occurredOn().toString(),
        state.receivedAt(),
        sent(state),
        other.rule());
  }

  private static AsSent sent(State state) {
    Circumstances how = state.circumstances();
    return new AsSent(
        how.vaccine(),
        how.codes().stream().map(it -> new AsSent.Code(it.system().name(), it.code())).toList(),
        state.occurredOn().toString(),
        state.batch().map(BatchNumber::value).orElse(""),
        how.manufacturer(),
        how.performer(),
        how.performerNumber(),
        how.country(),
        how.dose(),
        how.site(),
        how.route(),
        how.quantity(),
        how.note());
  }

  private static Localised name(State state, Optional<Product> product) {
    return product
        .map(Product::name)
        .or(() -> said(state.circumstances().vaccine()).map(it -> new Localised(it, it)))
        .orElse(UNNAMED);
  }

  private static Optional<String> said(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
