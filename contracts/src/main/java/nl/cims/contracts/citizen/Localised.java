// SPDX-License-Identifier: EUPL-1.2
package nl.cims.contracts.citizen;

/// A name in the two languages of the portal.
///
/// @param nl in Dutch
/// @param en in English
public record Localised(String nl, String en) {

  /// The name in the language with this ISO 639 code; Dutch for any but `en`.
  public String in(String language) {
    return language.equals("en") ? en : nl;
  }
}
