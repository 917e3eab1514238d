// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.cims.vocabulary.CodeSystem;
import nl.cims.vocabulary.VaccineCode;
import org.springframework.stereotype.Component;

/// The vaccines of the catalogue. A code that is no longer given out stays known, so that what was
/// registered can always be read.
@Component
public class Vaccines {

  /// From the code that names a product to the one that names a kind.
  private static final List<CodeSystem> MOST_SPECIFIC_FIRST =
      List.of(
          CodeSystem.HPK,
          CodeSystem.ZI,
          CodeSystem.EU_PRODUCT,
          CodeSystem.CVX,
          CodeSystem.PRK,
          CodeSystem.GPK,
          CodeSystem.SNOMED,
          CodeSystem.RIVM_KIND,
          CodeSystem.ATC);

  private final Map<VaccineCode, Product> byCode;
  private final Map<String, Product> byId;

  Vaccines(VaccineFile file) {
    this.byCode = file.byCode();
    this.byId = file.byId();
  }

  /// The vaccine that the most specific of these codes names, or empty if none is known.
  public Optional<Product> named(Collection<VaccineCode> codes) {
    return codes.stream()
        .filter(byCode::containsKey)
        .min(Comparator.comparingInt(code -> MOST_SPECIFIC_FIRST.indexOf(code.system())))
        .map(byCode::get);
  }

  /// The vaccine with this id.
  public Optional<Product> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
