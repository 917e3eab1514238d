// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.overview;

/// What came of a check. It says nothing that does not stand on the paper.
public sealed interface Verdict {

  /// The register made it: this is what it says.
  record Genuine(Statement statement) implements Verdict {}

  /// Nothing of it can be shown.
  enum Without implements Verdict {
    /// The register did not make it, or it was changed since.
    NOT_GENUINE,
    /// It is no whole code: badly read, or pasted in part.
    UNREADABLE,
    /// The keys are not to be had: nobody can tell now.
    UNKNOWN
  }
}
