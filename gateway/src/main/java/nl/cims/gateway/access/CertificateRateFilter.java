// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import nl.cims.gateway.limit.ClientKind;
import nl.cims.gateway.limit.RateLimits;
import nl.cims.gateway.limit.TooMany;
import org.springframework.web.filter.OncePerRequestFilter;

/// Holds whoever needs no token to the rate of a client, by his certificate.
final class CertificateRateFilter extends OncePerRequestFilter {

  private final RateLimits limits;

  CertificateRateFilter(RateLimits limits) {
    this.limits = limits;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String thumbprint = ClientCertificate.of(request).orElseThrow().thumbprint();
    Optional<TooMany> tooMany = limits.takeRequest(thumbprint, ClientKind.CERTIFICATE);
    if (tooMany.isPresent()) {
      TokenFilter.refuse(request, response, tooMany.get());
    } else {
      chain.doFilter(request, response);
    }
  }
}
