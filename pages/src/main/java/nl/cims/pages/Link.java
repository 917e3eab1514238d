// SPDX-License-Identifier: EUPL-1.2
package nl.cims.pages;

/// A link with its text.
///
/// @param text what it says
/// @param href where it leads
/// @param current whether it leads to the page on which it stands
public record Link(String text, String href, boolean current) {

  /// A link to another page.
  public Link(String text, String href) {
    this(text, href, false);
  }

  /// Whether it leaves this site.
  public boolean leavesSite() {
    return href.startsWith("https:");
  }
}
