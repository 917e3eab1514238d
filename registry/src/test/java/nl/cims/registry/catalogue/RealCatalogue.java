// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.catalogue;

import tools.jackson.databind.json.JsonMapper;

/// The catalogue as it is shipped, for tests of other modules.
public final class RealCatalogue {

  private static final Vaccines VACCINES = new Vaccines(read());

  private RealCatalogue() {}

  public static Vaccines vaccines() {
    return VACCINES;
  }

  public static Programmes programmes() {
    return new Programmes(read());
  }

  static Catalogue read() {
    return new Catalogue(new JsonMapper());
  }

  static Lines lines() {
    return new DataFiles(new JsonMapper(), "catalogue").read();
  }
}
