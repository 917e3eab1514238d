// SPDX-License-Identifier: EUPL-1.2
package nl.cims.pages;

/// The browser's content security policy for our pages: everything from this site, no inline script
/// or style, no frame.
public final class ContentPolicy {

  private ContentPolicy() {}

  /// The value of `Content-Security-Policy`.
  ///
  /// @param formTargets further origins to which a form, or the redirect that answers it, may lead
  public static String with(String... formTargets) {
    String targets = formTargets.length == 0 ? "" : " " + String.join(" ", formTargets);
    return "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self';"
        + " img-src 'self'; connect-src 'self'; form-action 'self'"
        + targets
        + "; base-uri 'none'; frame-ancestors 'none'";
  }
}
