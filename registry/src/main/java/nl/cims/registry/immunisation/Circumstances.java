// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.immunisation;

import java.util.List;
import nl.cims.vocabulary.VaccineCode;

/// How a dose was given, as its source told it. Empty strings stand for what was not sent. Kept as
/// ciphertext.
///
/// @param vaccine what the source calls the vaccine
/// @param codes of the vaccine, in every system that the register knows; empty in what was kept
///   before they were
/// @param manufacturer the maker's name
/// @param performer organisation or professional who gave it
/// @param performerNumber `URA:12345678` or `AGB:12345678`
/// @param country ISO 3166 alpha-2 code
/// @param dose place in the series
/// @param site body site
/// @param route route
/// @param quantity amount with unit
/// @param note free text
public record Circumstances(
    String vaccine,
    List<VaccineCode> codes,
    String manufacturer,
    String performer,
    String performerNumber,
    String country,
    String dose,
    String site,
    String route,
    String quantity,
    String note) {

  public Circumstances {
    codes = codes == null ? List.of() : List.copyOf(codes);
  }

  /// What may stay of it when the dose is shared without a person: nothing that was written by
  /// hand, and no codes, since the fact names the vaccine.
  public Circumstances anonymous() {
    return new Circumstances(
        "", List.of(), manufacturer, "", performerNumber, country, dose, "", "", "", "");
  }

  @Override
  public String toString() {
    return "Circumstances[hidden]";
  }
}
