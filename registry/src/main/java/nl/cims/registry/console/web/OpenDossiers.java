// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.cims.registry.access.Employee;
import nl.cims.registry.dossier.Errand;
import nl.cims.registry.person.PersonId;

/// The dossiers that somebody has found in this session, each under a random name that means
/// nothing anywhere else. A session holds no number and nothing of what stands in a dossier, and
/// another employee who takes it over finds nothing in it.
final class OpenDossiers {

  private static final String ATTRIBUTE = OpenDossiers.class.getName();
  private static final int MOST = 20;
  private static final int BYTES = 18;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String owner;
  private final Map<String, OpenDossier> byHandle = new LinkedHashMap<>();

  private OpenDossiers(String owner) {
    this.owner = owner;
  }

  /// A dossier that was found.
  ///
  /// @param person whose it is
  /// @param errand for what
  record OpenDossier(PersonId person, Errand errand) {}

  /// Those of this employee.
  static OpenDossiers of(HttpServletRequest request, Employee employee) {
    if (request.getSession().getAttribute(ATTRIBUTE) instanceof OpenDossiers open
        && open.owner.equals(employee.id())) {
      return open;
    }
    OpenDossiers none = new OpenDossiers(employee.id());
    request.getSession().setAttribute(ATTRIBUTE, none);
    return none;
  }

  /// Keeps one; the oldest goes if there are many.
  ///
  /// @return its name
  synchronized String keep(PersonId person, Errand errand) {
    byte[] random = new byte[BYTES];
    RANDOM.nextBytes(random);
    String handle = Base64.getUrlEncoder().encodeToString(random);
    byHandle.put(handle, new OpenDossier(person, errand));
    if (byHandle.size() > MOST) {
      byHandle.remove(byHandle.keySet().iterator().next());
    }
    return handle;
  }

  /// The one under this name.
  synchronized Optional<OpenDossier> find(String handle) {
    return Optional.ofNullable(byHandle.get(handle));
  }
}
