// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.catalogue;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The makers of the catalogue.
@Component
public class Makers {

  private final Map<Maker.Code, Maker> byCode;

  Makers(Catalogue catalogue) {
    this.byCode =
        catalogue.makers().values().stream()
            .flatMap(maker -> maker.codes().stream().map(code -> Map.entry(code, maker)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// The maker with this code, or empty if it is unknown.
  public Optional<Maker> named(Maker.Code code) {
    return Optional.ofNullable(byCode.get(code));
  }
}
