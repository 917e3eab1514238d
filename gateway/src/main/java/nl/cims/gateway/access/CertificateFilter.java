// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import nl.cims.contracts.problem.ProblemType;
import nl.cims.gateway.problem.Problem;
import nl.cims.gateway.problem.Problems;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets nobody through without a client certificate that is valid now. TLS only asks for one, so
/// that its absence gets an answer; one of an unknown issuer does not survive the handshake.
final class CertificateFilter extends OncePerRequestFilter {

  private final Clock clock;

  CertificateFilter(Clock clock) {
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<ClientCertificate> certificate = ClientCertificate.of(request);
    if (certificate.isPresent() && certificate.get().isValidAt(clock.instant())) {
      chain.doFilter(request, response);
    } else {
      Problems.answer(
          request,
          response,
          new Problem(
              ProblemType.CERTIFICATE_REQUIRED,
              certificate.isEmpty()
                  ? "Show the client certificate of your organisation in the TLS handshake."
                  : "The client certificate is not valid at this moment; connect with a new one."),
          Map.of("WWW-Authenticate", Challenges.BARE));
    }
  }
}
