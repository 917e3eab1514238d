// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

import nl.cims.vocabulary.Agb;
import nl.cims.vocabulary.Bsn;
import nl.cims.vocabulary.Ura;

/// The naming systems of Dutch health care, each in the two spellings that occur.
final class Systems {

  static final String BSN = Bsn.SYSTEM;

  private Systems() {}

  static boolean isBsn(String system) {
    return system.equals(BSN) || system.equals("urn:oid:2.16.840.1.113883.2.4.6.3");
  }

  static boolean isUra(String system) {
    return system.equals(Ura.SYSTEM) || system.equals("urn:oid:2.16.528.1.1007.3.3");
  }

  static boolean isAgb(String system) {
    return system.equals(Agb.SYSTEM) || system.equals("urn:oid:2.16.840.1.113883.2.4.6.1");
  }
}
