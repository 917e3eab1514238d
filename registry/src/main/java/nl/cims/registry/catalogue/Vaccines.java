// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.cims.vocabulary.CodeSystem;
import nl.cims.vocabulary.PartialDate;
import nl.cims.vocabulary.VaccineCode;
import org.springframework.stereotype.Component;

/// The vaccines of the catalogue. A code that is no longer given out stays known, so that what was
/// registered can always be read.
@Component
public class Vaccines {

  /// Which system is believed when the codes of a message contradict each other: from the one that
  /// names products to the one that names kinds.
  private static final List<CodeSystem> BELIEVED_FIRST =
      List.of(
          CodeSystem.HPK,
          CodeSystem.ZI,
          CodeSystem.EU_PRODUCT,
          CodeSystem.EU_TEMPORARY,
          CodeSystem.CVX,
          CodeSystem.PRK,
          CodeSystem.GPK,
          CodeSystem.SNOMED,
          CodeSystem.RIVM_KIND,
          CodeSystem.ATC);

  private final Catalogue catalogue;

  Vaccines(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /// The most precise vaccine that these codes name together, or empty if none of them is known. A
  /// generic code names a kind of vaccine. Where two codes contradict each other, the one whose
  /// system names products holds.
  ///
  /// @param on when the dose was given: a code can have meant something else before
  public Optional<Product> named(Collection<VaccineCode> codes, PartialDate on) {
    List<Product> named =
        codes.stream()
            .sorted(Comparator.comparingInt(code -> BELIEVED_FIRST.indexOf(code.system())))
            .flatMap(code -> meaning(code, on).stream())
            .toList();
    return named.stream()
        .filter(product -> product.isA(named.getFirst()))
        .max(Comparator.comparingInt(Product::precision));
  }

  /// The vaccine with this id.
  public Optional<Product> byId(String id) {
    return Optional.ofNullable(catalogue.products().get(id));
  }

  /// What the code meant on that day; what it meant last if it meant nothing then.
  private Optional<Product> meaning(VaccineCode code, PartialDate on) {
    List<Coding> meanings = catalogue.meanings(code);
    return meanings.stream()
        .filter(meaning -> meaning.validity().reaches(on))
        .findFirst()
        .or(() -> meanings.stream().findFirst())
        .flatMap(meaning -> byId(meaning.product()));
  }
}
