// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

import java.util.Locale;
import java.util.Optional;
import nl.cims.vocabulary.Agb;
import nl.cims.vocabulary.Bsn;
import nl.cims.vocabulary.CodeSystem;
import nl.cims.vocabulary.Ura;

/// The names by which HL7 v2 calls systems of codes and numbers (table 0396, HL7 Netherlands' user
/// tables, OIDs), each where others use an address.
final class CodeSystems {

  private static final String OID = "urn:oid:";

  private CodeSystems() {}

  /// The code system of a vaccine that this name stands for.
  static Optional<CodeSystem> named(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "CVX", "HL70292" -> Optional.of(CodeSystem.CVX);
      case "HPK" -> Optional.of(CodeSystem.HPK);
      case "GPK" -> Optional.of(CodeSystem.GPK);
      case "PRK" -> Optional.of(CodeSystem.PRK);
      case "ZI", "ZINDEX" -> Optional.of(CodeSystem.ZI);
      // In table 0396 ATC is something else, but nobody names a vaccine in that.
      case "ATC", "WC" -> Optional.of(CodeSystem.ATC);
      case "SCT", "SNM", "SNOMED", "SNOMEDCT" -> Optional.of(CodeSystem.SNOMED);
      case "RIVM" -> Optional.of(CodeSystem.RIVM_KIND);
      default -> CodeSystem.byUri(name).or(() -> CodeSystem.byUri(OID + name));
    };
  }

  static boolean isBsn(String authority) {
    return isOneOf(authority, "NLMINBIZA", "2.16.840.1.113883.2.4.6.3", Bsn.SYSTEM);
  }

  static boolean isUra(String authority) {
    return isOneOf(authority, "URA", "2.16.528.1.1007.3.3", Ura.SYSTEM);
  }

  static boolean isAgb(String authority) {
    return isOneOf(authority, "AGB", "2.16.840.1.113883.2.4.6.1", Agb.SYSTEM)
        || authority.equalsIgnoreCase("VEKTIS");
  }

  private static boolean isOneOf(String authority, String name, String oid, String address) {
    return authority.equalsIgnoreCase(name)
        || authority.equals(oid)
        || authority.equals(OID + oid)
        || authority.equals(address);
  }
}
