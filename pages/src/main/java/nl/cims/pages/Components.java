// SPDX-License-Identifier: EUPL-1.2
package nl.cims.pages;

import gg.jte.Content;
import gg.jte.generated.precompiled.pages.JtealertGenerated;
import gg.jte.generated.precompiled.pages.JteframeGenerated;
import gg.jte.html.HtmlContent;

/// The components, for use in any module's templates:
///
/// ```
/// ${Components.frame(page, @`<p>…</p>`)}
/// ```
public final class Components {

  private Components() {}

  /// A whole HTML document: header, navigation, the text and the footer. The first heading is the
  /// page's title.
  public static Content frame(Page page, Content text) {
    return frame(page, (HtmlContent) out -> {}, text);
  }

  /// A whole HTML document of which the band with the title also holds this lead.
  public static Content frame(Page page, Content lead, Content text) {
    return (HtmlContent) out -> JteframeGenerated.render(out, null, page, lead, text);
  }

  /// A message that stands out, with a heading of the second level.
  public static Content alert(AlertKind kind, String heading, Content text) {
    return (HtmlContent) out -> JtealertGenerated.render(out, null, kind, heading, text);
  }
}
