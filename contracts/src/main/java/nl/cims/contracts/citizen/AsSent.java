// SPDX-License-Identifier: EUPL-1.2
package nl.cims.contracts.citizen;

import java.util.List;

/// What a party sent about a dose: texts and codes word for word, the date in one form whatever the
/// format of the message. Empty strings stand for what was not sent.
///
/// @param vaccine what it calls the vaccine
/// @param codes the codes of the vaccine, in the systems that the register knows
/// @param date `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
/// @param batchNumber of the vaccine
/// @param manufacturer the maker's name
/// @param performer organisation or professional who gave it
/// @param performerNumber of the performer, such as `URA:12345678`
/// @param country where it was given
/// @param dose place in the series
/// @param site on the body
/// @param route by which it was given
/// @param quantity amount with unit
/// @param note what was written beside it
public record AsSent(
    String vaccine,
    List<Code> codes,
    String date,
    String batchNumber,
    String manufacturer,
    String performer,
    String performerNumber,
    String country,
    String dose,
    String site,
    String route,
    String quantity,
    String note) {

  public AsSent {
    codes = List.copyOf(codes);
  }

  /// A code with the name of its system, such as `CVX` and `208`.
  public record Code(String system, String value) {}

  @Override
  public String toString() {
    return "AsSent[hidden]";
  }
}
