// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import nl.cims.contracts.problem.ProblemType;
import nl.cims.registry.access.FreshLogin;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Says no in the shape that everything says no: a problem document (RFC 9457).
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

  private final JsonMapper json;

  Refusals(JsonMapper json) {
    this.json = json;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException {
    if (cause instanceof OAuth2AuthenticationException) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
      write(
          response,
          ProblemType.TOKEN_INVALID,
          "The token is expired, altered or not meant for the register; get a new one.");
    } else {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      write(
          response,
          ProblemType.TOKEN_REQUIRED,
          "Send an access token in the Authorization header as Bearer.");
    }
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
      throws IOException {
    if (cause instanceof AuthorizationDeniedException denied
        && denied.getAuthorizationResult() instanceof EdgeSecurity.LoginTooOld) {
      response.setHeader(
          HttpHeaders.WWW_AUTHENTICATE,
          "Bearer error=\"insufficient_user_authentication\", max_age=\"%d\""
              .formatted(FreshLogin.LASTS.toSeconds()));
      write(
          response,
          ProblemType.LOGIN_TOO_OLD,
          "This cannot be undone; let the citizen log in again and ask within five minutes.");
      return;
    }
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    if (caller != null && caller.getAuthorities().contains(Scope.UNREGISTERED)) {
      write(
          response,
          ProblemType.SOURCE_UNKNOWN,
          "The sender is not registered or switched off; contact the register.");
    } else {
      write(
          response,
          ProblemType.SCOPE_MISSING,
          "The token has no scope for this interaction; ask for the scope with the token.");
    }
  }

  void write(HttpServletResponse response, ProblemType type, String detail) throws IOException {
    ProblemDetail problem = ProblemDetail.forStatus(type.status());
    problem.setType(URI.create(type.uri()));
    problem.setTitle(type.title());
    problem.setDetail(detail);
    response.setStatus(type.status());
    response.setContentType(ProblemType.MEDIA_TYPE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response
        .getOutputStream()
        .write(json.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
  }
}
