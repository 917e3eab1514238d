// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/// A session of staff, as the protocol's machinery carries it. It grants nothing by itself.
public final class StaffAuthentication extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final transient StaffSession session;

  /// The authentication of this session.
  public StaffAuthentication(StaffSession session) {
    super(List.of());
    this.session = session;
    setAuthenticated(true);
  }

  @Override
  public StaffSession getPrincipal() {
    return session;
  }

  @Override
  public Object getCredentials() {
    return "";
  }
}
