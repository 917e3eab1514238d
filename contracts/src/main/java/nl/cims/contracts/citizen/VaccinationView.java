// SPDX-License-Identifier: EUPL-1.2
package nl.cims.contracts.citizen;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One dose as its source reported it, with the other reports of it.
///
/// @param id opaque, stable, means nothing outside the register
/// @param name what was given, from the catalogue, or as the source called it
/// @param diseases what it protects against, the most telling first; empty if the catalogue does
///   not know the code
/// @param programme id of the programme under which it is given, in the register's catalogue:
///   `COVID`, `RVP`, `OTHER` or one that was added since
/// @param date `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
/// @param batchNumber as sent
/// @param manufacturer the maker's name
/// @param administeredBy the name of the organisation that gave it
/// @param country ISO 3166 alpha-2 code of where it was given
/// @param dose the place in the series, such as `2` or `2/3`
/// @param reportedBy name of the party whose message said so
/// @param receivedAt when that message came in
/// @param corrected whether the source has corrected it since
/// @param sent what that party sent, beside what the register understood of it
/// @param others what other parties reported about the same dose; mostly empty
public record VaccinationView(
    String id,
    Localised name,
    List<Localised> diseases,
    String programme,
    String date,
    Optional<String> batchNumber,
    Optional<String> manufacturer,
    Optional<String> administeredBy,
    Optional<String> country,
    Optional<String> dose,
    String reportedBy,
    Instant receivedAt,
    boolean corrected,
    AsSent sent,
    List<OtherReport> others) {

  public VaccinationView {
    diseases = List.copyOf(diseases);
    others = List.copyOf(others);
  }

  /// Another party's report of the same dose. Both are kept; this one is shown beside the one that
  /// leads.
  ///
  /// @param reportedBy name of the party
  /// @param name what it says was given
  /// @param date when it says so; `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
  /// @param receivedAt when its message came in
  /// @param sent what it sent
  /// @param rule why it is taken for the same dose
  public record OtherReport(
      String reportedBy,
      Localised name,
      String date,
      Instant receivedAt,
      AsSent sent,
      JoinRule rule) {

    @Override
    public String toString() {
      return "OtherReport[hidden]";
    }
  }

  @Override
  public String toString() {
    return "VaccinationView[hidden]";
  }
}
