// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.catalogue;

import java.util.Set;
import org.springframework.stereotype.Component;

/// The programmes of the catalogue. Which there are is data: another institute adds its own without
/// a line of code.
@Component
public class Programmes {

  private final Catalogue catalogue;

  Programmes(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /// The ids of all of them.
  public Set<String> ids() {
    return catalogue.programmes().keySet();
  }
}
