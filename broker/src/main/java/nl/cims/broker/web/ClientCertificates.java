// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.X509ClientCertificateAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/// What a client shows to prove who it is: `client_id` and its certificate (RFC 8705, section 2.1),
/// and an assertion if it has keys of its own. Whether that is enough, `ClientProof` says.
///
/// Spring takes a chain of one certificate for a self-signed one. Ours has been checked against our
/// authority in the handshake, whether or not the client sent the authority along.
final class ClientCertificates implements AuthenticationConverter {

  private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

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
          withAssertion(shown.getAdditionalParameters(), request));
    }
    throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
  }

  private static Map<String, Object> withAssertion(
      Map<String, Object> parameters, HttpServletRequest request) {
    Map<String, Object> all = new HashMap<>(parameters);
    all.remove(OAuth2ParameterNames.CLIENT_ASSERTION);
    String[] assertions = request.getParameterValues(OAuth2ParameterNames.CLIENT_ASSERTION);
    if (assertions != null
        && assertions.length == 1
        && JWT_BEARER.equals(request.getParameter(OAuth2ParameterNames.CLIENT_ASSERTION_TYPE))) {
      all.put(OAuth2ParameterNames.CLIENT_ASSERTION, assertions[0]);
    }
    return all;
  }
}
