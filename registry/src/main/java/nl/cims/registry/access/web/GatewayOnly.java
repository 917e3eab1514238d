// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import nl.cims.contracts.problem.ProblemType;
import nl.cims.revocation.RevocationLists;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets only the gateway's certificate through, while it is not revoked. Any other certificate of
/// ours may read the health, no more.
final class GatewayOnly extends OncePerRequestFilter {

  private final String name;
  private final RevocationLists revoked;
  private final Refusals refusals;

  GatewayOnly(String name, RevocationLists revoked, Refusals refusals) {
    this.name = name;
    this.revoked = revoked;
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getRequestURI().equals("/actuator/health") || fromGateway(request)) {
      chain.doFilter(request, response);
    } else {
      refusals.write(
          response,
          ProblemType.FORBIDDEN,
          "The register answers the gateway only; send the request to the gateway.");
    }
  }

  private boolean fromGateway(HttpServletRequest request) {
    return request.getAttribute("jakarta.servlet.request.X509Certificate")
            instanceof X509Certificate[] chain
        && chain.length > 0
        && name.equals(commonName(chain[0]))
        && revoked.admits(chain[0]);
  }

  private static @Nullable String commonName(X509Certificate certificate) {
    try {
      return new LdapName(certificate.getSubjectX500Principal().getName())
          .getRdns().stream()
              .filter(part -> part.getType().equalsIgnoreCase("CN"))
              .map(part -> part.getValue().toString())
              .findFirst()
              .orElse(null);
    } catch (InvalidNameException noName) {
      return null;
    }
  }
}
