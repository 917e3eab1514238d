// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.stereotype.Component;

/// The register of sessions that OpenID Connect's logout would need. Ours ends with each login, so
/// that it holds none; Spring's own would keep every login's for ever.
@Component
final class NoSessions implements SessionRegistry {

  @Override
  public List<Object> getAllPrincipals() {
    return List.of();
  }

  @Override
  public List<SessionInformation> getAllSessions(Object principal, boolean includeExpired) {
    return List.of();
  }

  @Override
  public @Nullable SessionInformation getSessionInformation(String sessionId) {
    return null;
  }

  @Override
  public void refreshLastRequest(String sessionId) {
    // There are none.
  }

  @Override
  public void registerNewSession(String sessionId, Object principal) {
    // It ends with this very request.
  }

  @Override
  public void removeSessionInformation(String sessionId) {
    // There are none.
  }
}
