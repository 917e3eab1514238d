// SPDX-License-Identifier: EUPL-1.2
package nl.cims.pages;

import java.time.Duration;
import java.util.Optional;

/// Somebody who has logged in.
///
/// @param name how the header names him, if that is known
/// @param logout where the logout form posts to
/// @param csrfName name of the form's token
/// @param csrfToken the token
/// @param session how long he stays logged in
public record Visitor(
    Optional<String> name, String logout, String csrfName, String csrfToken, Session session) {

  /// How long somebody stays logged in.
  ///
  /// @param idle in how long he is logged out if he does nothing
  /// @param end in how long he is logged out whatever he does
  /// @param until when the first of the two is, as people read it
  /// @param extend address that lengthens the session and answers 204
  public record Session(Duration idle, Duration end, String until, String extend) {

    /// Whether opening another page makes it last longer.
    public boolean isExtendable() {
      return idle.compareTo(end) < 0;
    }
  }

  @Override
  public String toString() {
    return "Visitor[hidden]";
  }
}
