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
/// @param notice what stands above every page, such as maintenance that is coming
public record Site(
    String organisation,
    String product,
    String home,
    Optional<String> mark,
    Optional<String> theme,
    Optional<String> notice) {

  /// A site with the neutral mark, our own theme and no notice.
  public Site(String organisation, String product, String home) {
    this(organisation, product, home, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
