// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/// A caller whose certificate and token belong together, for the rest of this request.
final class Caller extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // never leaves this request
  private final AccessToken token;

  Caller(AccessToken token) {
    super(List.of());
    this.token = token;
    super.setAuthenticated(true);
  }

  boolean has(String scope) {
    return token.scopes().contains(scope);
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return token.clientId();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
