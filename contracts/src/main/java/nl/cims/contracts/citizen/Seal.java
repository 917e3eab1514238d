// SPDX-License-Identifier: EUPL-1.2
package nl.cims.contracts.citizen;

import java.util.List;

/// What the register states by a seal: exactly what the paper says that it stands on. These are the
/// claims of a JWS whose `iss` is `cims`, `jti` the number of the document and `iat` the moment of
/// its making.
///
/// @param name the person's whole name; empty if the register knows none
/// @param birthDate `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty if unknown
/// @param part which part of the overview it covers, from 1
/// @param parts how many parts there are
/// @param vaccinations in the order of the paper
public record Seal(String name, String birthDate, int part, int parts, List<Dose> vaccinations) {

  /// Where everybody who may call the gateway gets the public keys, as a JWK set.
  public static final String KEYS_PATH = "/citizen/v1/seal-keys";

  /// The `iss` of every seal.
  public static final String ISSUER = "cims";

  public Seal {
    vaccinations = List.copyOf(vaccinations);
  }

  /// One vaccination. Empty strings stand for what is not known.
  ///
  /// @param vaccine its name
  /// @param diseases what it protects against, in words
  /// @param date `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
  /// @param batch batch number
  /// @param maker manufacturer
  /// @param giver who gave it
  /// @param country where it was given, as sent
  /// @param dose place in the series
  public record Dose(
      String vaccine,
      String diseases,
      String date,
      String batch,
      String maker,
      String giver,
      String country,
      String dose) {}

  @Override
  public String toString() {
    return "Seal[hidden]";
  }
}
