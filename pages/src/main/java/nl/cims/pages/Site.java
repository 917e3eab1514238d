// SPDX-License-Identifier: EUPL-1.2
package nl.cims.pages;

import java.util.Optional;

/// Whose pages these are.
///
/// @param organisation name of the organisation that is responsible
/// @param product what the site is called
/// @param home address of the first page
/// @param mark address of the organisation's own mark, an image; without it our neutral one stands
///   there
/// @param theme address of a stylesheet that takes the place of our theme
public record Site(
    String organisation,
    String product,
    String home,
    Optional<String> mark,
    Optional<String> theme) {

  /// A site with the neutral mark and our own theme.
  public Site(String organisation, String product, String home) {
    this(organisation, product, home, Optional.empty(), Optional.empty());
  }
}
