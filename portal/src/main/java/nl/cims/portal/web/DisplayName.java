// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.cims.contracts.citizen.PersonView;

/// The name by which the header greets a citizen. It comes with his dossier, once he has opened
/// that, and stays in the session: a look at the dossier for a greeting alone would stand in his
/// access log.
final class DisplayName {

  private static final String ATTRIBUTE = DisplayName.class.getName();

  private DisplayName() {}

  static void keep(PersonView person, HttpServletRequest request) {
    String initials =
        Stream.of(person.givenNames().split("[ -]+"))
            .filter(name -> !name.isEmpty())
            .map(name -> name.substring(0, name.offsetByCodePoints(0, 1)) + ".")
            .collect(Collectors.joining());
    String name =
        Stream.of(initials, person.infix(), person.surname())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    if (!name.isEmpty()) {
      request.getSession().setAttribute(ATTRIBUTE, name);
    }
  }

  static Optional<String> of(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null
        ? Optional.empty()
        : Optional.ofNullable((String) session.getAttribute(ATTRIBUTE));
  }
}
