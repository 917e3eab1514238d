// SPDX-License-Identifier: EUPL-1.2
package nl.cims.pages;

import java.util.List;
import java.util.Optional;

/// What the frame of a page needs: title, language, addresses and the ways to other pages.
///
/// @param site whose page it is
/// @param texts in the page's language
/// @param title of the page, also its first heading
/// @param alternates addresses of the same page in each language; empty where there is no switch
/// @param found whether search engines may show it
/// @param navigation the ways to other pages
public record Page(
    Site site,
    Texts texts,
    String title,
    List<Alternate> alternates,
    boolean found,
    Navigation navigation) {

  public Page {
    alternates = List.copyOf(alternates);
  }

  /// Address of the same page in the other language, if the switch is offered.
  public Optional<String> otherLanguage() {
    return alternates.stream()
        .filter(alternate -> alternate.language() == texts.language().other())
        .map(Alternate::href)
        .findFirst();
  }

  /// The same page under another title.
  public Page titled(String other) {
    return new Page(site, texts, other, alternates, found, navigation);
  }

  /// The title as the browser shows it.
  public String windowTitle() {
    return title.equals(site.product()) ? title : title + " – " + site.product();
  }
}
