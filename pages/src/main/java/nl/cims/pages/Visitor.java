// SPDX-License-Identifier: EUPL-1.2
package nl.cims.pages;

import java.util.Optional;

/// Somebody who has logged in.
///
/// @param name how the header names him, if that is known
/// @param logout where the logout form posts to
/// @param csrfName name of the form's token
/// @param csrfToken the token
public record Visitor(Optional<String> name, String logout, String csrfName, String csrfToken) {

  @Override
  public String toString() {
    return "Visitor[hidden]";
  }
}
