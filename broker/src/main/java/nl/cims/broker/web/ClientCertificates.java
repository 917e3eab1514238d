// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.X509ClientCertificateAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/// The only way in which a client proves who it is: `client_id` and its certificate (RFC 8705,
/// section 2.1).
///
/// Spring takes a chain of one certificate for a self-signed one. Ours has been checked against our
/// authority in the handshake, whether or not the client sent the authority along.
final class ClientCertificates implements AuthenticationConverter {

  private final X509ClientCertificateAuthenticationConverter certificates =
      new X509ClientCertificateAuthenticationConverter();

  @Override
  public Authentication convert(HttpServletRequest request) {
    if (certificates.convert(request) instanceof OAuth2ClientAuthenticationToken shown
        && shown.getPrincipal() instanceof String clientId) {
      return new OAuth2ClientAuthenticationToken(
          clientId,
          ClientAuthenticationMethod.TLS_CLIENT_AUTH,
          shown.getCredentials(),
          shown.getAdditionalParameters());
    }
    throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
  }
}
