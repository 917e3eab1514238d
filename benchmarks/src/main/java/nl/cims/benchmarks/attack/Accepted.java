// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks.attack;

import java.util.List;
import java.util.Optional;

/// What a tool says of the demo that is no weakness of the product, and why.
///
/// @param tool which says so
/// @param kind as it names it
/// @param what the beginning of the rest of what it says
/// @param reason why it does not count
record Accepted(String tool, String kind, String what, String reason) {

  private static final String NOBODY_IS_KNOWN =
      "to check a paper changes nothing and looks at nobody's login; a form of another site is refused all the same (Sec-Fetch-Site)";

  private static final List<Accepted> ALL =
      List.of(
          new Accepted(
              "testssl.sh",
              "cert_revocation",
              "Neither CRL nor OCSP URI provided",
              "every door and every caller of ours is given the authority's revocation list as a file (adr/0021)"),
          new Accepted(
              "wapiti",
              "Cross Site Request Forgery",
              "POST /nl/controleren: Lack of anti CSRF token",
              NOBODY_IS_KNOWN),
          new Accepted(
              "wapiti",
              "Cross Site Request Forgery",
              "POST /en/verify: Lack of anti CSRF token",
              NOBODY_IS_KNOWN));

  /// Why this finding does not count, if it does not.
  static Optional<String> reason(String tool, Finding finding) {
    return ALL.stream()
        .filter(
            each ->
                each.tool.equals(tool)
                    && each.kind.equals(finding.kind())
                    && finding.what().startsWith(each.what))
        .map(Accepted::reason)
        .findFirst();
  }
}
