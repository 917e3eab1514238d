// SPDX-License-Identifier: EUPL-1.2
package nl.cims.pages;

import java.util.List;
import java.util.Optional;

/// The ways to other pages. Whatever is empty is left out of the frame.
///
/// @param menu the main menu
/// @param breadcrumb from the first page to this one, which is the last
/// @param quickLinks "Snel naar", beside the text
/// @param footer the columns at the foot
/// @param visitor who has logged in
public record Navigation(
    List<Link> menu,
    List<Link> breadcrumb,
    List<Link> quickLinks,
    List<Column> footer,
    Optional<Visitor> visitor) {

  /// Header and text only, as in a step of a login.
  public static final Navigation NONE =
      new Navigation(List.of(), List.of(), List.of(), List.of(), Optional.empty());

  public Navigation {
    menu = List.copyOf(menu);
    breadcrumb = List.copyOf(breadcrumb);
    quickLinks = List.copyOf(quickLinks);
    footer = List.copyOf(footer);
  }
}
