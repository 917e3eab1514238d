// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import nl.cims.contracts.problem.ProblemType;
import nl.cims.gateway.limit.RateLimits;
import nl.cims.gateway.limit.TooMany;
import nl.cims.gateway.problem.Problem;
import nl.cims.gateway.problem.Problems;
import nl.cims.gateway.trace.RequestTrace;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets nobody through without an access token that is bound to his certificate, nor more often
/// than his rate allows. A certificate that has just shown many bad tokens waits before another one
/// is looked at.
final class TokenFilter extends OncePerRequestFilter {

  private static final Verdict NO_SINGLE_TOKEN =
      new Verdict.Invalid("The Authorization header holds no single bearer token.");

  private final BearerTokenResolver bearer = new DefaultBearerTokenResolver();
  private final AccessTokens tokens;
  private final RateLimits limits;

  TokenFilter(AccessTokens tokens, RateLimits limits) {
    this.tokens = tokens;
    this.limits = limits;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ClientCertificate certificate = ClientCertificate.of(request).orElseThrow();
    if (!limits.mayShowToken(certificate.thumbprint())) {
      refuse(request, response, new TooMany(TooMany.Step.SECOND, Duration.ofSeconds(1)));
      return;
    }
    switch (judge(request, certificate)) {
      case Verdict.Valid(AccessToken token) -> admit(token, request, response, chain);
      case Verdict.Invalid(ProblemType type, String reason) -> {
        limits.countRefusal(certificate.thumbprint());
        refuse(request, response, new Problem(type, reason));
      }
      case Verdict.Undecided() ->
          Problems.answer(
              request,
              response,
              new Problem(
                  ProblemType.UPSTREAM_UNAVAILABLE,
                  "The broker's keys cannot be fetched, so that no token can be checked; try the"
                      + " same request again later."),
              Map.of("Retry-After", "5"));
    }
  }

  private Verdict judge(HttpServletRequest request, ClientCertificate certificate) {
    if (Collections.list(request.getHeaders("Authorization")).size() > 1) {
      // The one that is checked here must be the one that the registry reads.
      return NO_SINGLE_TOKEN;
    }
    String token = null;
    try {
      token = bearer.resolve(request);
    } catch (OAuth2AuthenticationException malformed) {
      return NO_SINGLE_TOKEN;
    }
    return token == null
        ? new Verdict.Invalid(
            ProblemType.TOKEN_REQUIRED,
            "Send an access token of the broker in the Authorization header.")
        : bound(tokens.judge(token), certificate);
  }

  private static Verdict bound(Verdict verdict, ClientCertificate certificate) {
    return verdict instanceof Verdict.Valid(AccessToken token) && !token.isBoundTo(certificate)
        ? new Verdict.Invalid(
            ProblemType.TOKEN_NOT_BOUND,
            "The token is bound to another certificate than the one of this connection.")
        : verdict;
  }

  private void admit(
      AccessToken token,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    RequestTrace.of(request).client(token.clientId());
    Optional<TooMany> tooMany = limits.takeRequest(token.clientId(), token.kind());
    if (tooMany.isPresent()) {
      refuse(request, response, tooMany.get());
      return;
    }
    SecurityContextHolder.setContext(new SecurityContextImpl(new Caller(token)));
    chain.doFilter(request, response);
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    String challenge =
        problem.type() == ProblemType.TOKEN_REQUIRED
            ? Challenges.BARE
            : Challenges.invalidToken(problem.detail());
    Problems.answer(request, response, problem, Map.of("WWW-Authenticate", challenge));
  }

  static void refuse(HttpServletRequest request, HttpServletResponse response, TooMany tooMany)
      throws IOException {
    Problems.answer(
        request,
        response,
        new Problem(ProblemType.TOO_MANY_REQUESTS, tooMany.sentence()),
        Map.of("Retry-After", Long.toString(tooMany.seconds())));
  }
}
