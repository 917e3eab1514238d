// SPDX-License-Identifier: EUPL-1.2
package nl.cims.simulators.digid;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/// A checked authentication request (OpenID Connect Core, section 3.1.2.1).
///
/// @param clientId who asks
/// @param redirectUri where the answer goes
/// @param state given back unchanged
/// @param nonce goes into the ID token
/// @param codeChallenge PKCE, S256
/// @param acrValues what the client asks for; shown, not judged
/// @param language of the pages: `nl` or `en`
public record Question(
    String clientId,
    String redirectUri,
    String state,
    String nonce,
    String codeChallenge,
    String acrValues,
    String language) {

  /// The request in these parameters, or empty if it is not one of the client's.
  static Optional<Question> in(HttpServletRequest request, DigidSettings settings) {
    Question question =
        new Question(
            parameter(request, "client_id"),
            parameter(request, "redirect_uri"),
            parameter(request, "state"),
            parameter(request, "nonce"),
            parameter(request, "code_challenge"),
            parameter(request, "acr_values"),
            parameter(request, "ui_locales").startsWith("en") ? "en" : "nl");
    boolean right =
        question.clientId.equals(settings.clientId())
            && question.redirectUri.equals(settings.redirectUri().toString())
            && "code".equals(request.getParameter("response_type"))
            && "S256".equals(request.getParameter("code_challenge_method"))
            && !question.codeChallenge.isEmpty()
            && !question.state.isEmpty()
            && !question.nonce.isEmpty()
            && (" " + parameter(request, "scope") + " ").contains(" openid ");
    return right ? Optional.of(question) : Optional.empty();
  }

  /// The same page in the other language.
  public String inOtherLanguage() {
    return UriComponentsBuilder.fromPath("/authorize")
        .queryParam("response_type", "code")
        .queryParam("scope", "openid")
        .queryParam("code_challenge_method", "S256")
        .queryParam("client_id", "{client}")
        .queryParam("redirect_uri", "{redirect}")
        .queryParam("state", "{state}")
        .queryParam("nonce", "{nonce}")
        .queryParam("code_challenge", "{challenge}")
        .queryParam("acr_values", "{acr}")
        .queryParam("ui_locales", language.equals("nl") ? "en" : "nl")
        .encode()
        .buildAndExpand(clientId, redirectUri, state, nonce, codeChallenge, acrValues)
        .toUriString();
  }

  /// Where an answer goes: the redirect URI with one parameter and the state.
  String answer(String name, String value) {
    return UriComponentsBuilder.fromUriString(redirectUri)
        .queryParam(name, "{value}")
        .queryParam("state", "{state}")
        .encode()
        .buildAndExpand(value, state)
        .toUriString();
  }

  private static String parameter(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value;
  }
}
