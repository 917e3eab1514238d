// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import nl.cims.contracts.problem.ProblemType;
import nl.cims.gateway.problem.Problem;
import nl.cims.gateway.problem.Problems;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets nobody through without a client certificate that holds now. TLS only asks for one, so that
/// its absence gets an answer; one of an unknown issuer does not survive the handshake.
final class CertificateFilter extends OncePerRequestFilter {

  private final Certificates certificates;

  CertificateFilter(Certificates certificates) {
    this.certificates = certificates;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<ClientCertificate> shown = ClientCertificate.of(request);
    Optional<String> objection =
        shown.isEmpty()
            ? Optional.of("Show the client certificate of your organisation in the TLS handshake.")
            : certificates.objectionTo(shown.get());
    if (objection.isPresent()) {
      Problems.answer(
          request,
          response,
          new Problem(ProblemType.CERTIFICATE_REQUIRED, objection.get()),
          Map.of("WWW-Authenticate", Challenges.BARE));
    } else {
      chain.doFilter(request, response);
    }
  }
}
