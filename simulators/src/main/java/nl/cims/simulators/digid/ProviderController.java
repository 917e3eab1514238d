// SPDX-License-Identifier: EUPL-1.2
package nl.cims.simulators.digid;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The machine side of the provider: discovery, keys, token (client_secret_basic), health.
@RestController
final class ProviderController {

  private final DigidSettings settings;
  private final Answers answers;
  private final IdTokens idTokens;
  private final UserInfo userInfo;

  ProviderController(
      DigidSettings settings, Answers answers, IdTokens idTokens, UserInfo userInfo) {
    this.userInfo = userInfo;
    this.settings = settings;
    this.answers = answers;
    this.idTokens = idTokens;
  }

  @GetMapping("/actuator/health")
  Map<String, String> health() {
    return Map.of("status", "UP");
  }

  @GetMapping("/jwks")
  Map<String, Object> keys() {
    return new JWKSet(idTokens.publicKey()).toJSONObject();
  }

  @GetMapping("/.well-known/openid-configuration")
  Map<String, Object> discovery() {
    String issuer = settings.issuer().toString();
    return Map.of(
        "issuer", issuer,
        "authorization_endpoint", issuer + "/authorize",
        "token_endpoint", issuer + "/token",
        "jwks_uri", issuer + "/jwks",
        "response_types_supported", List.of("code"),
        "subject_types_supported", List.of("pairwise"),
        "id_token_signing_alg_values_supported", List.of("RS256"),
        "code_challenge_methods_supported", List.of("S256"),
        "token_endpoint_auth_methods_supported", List.of("client_secret_basic"));
  }

  @GetMapping("/userinfo")
  ResponseEntity<String> userInfo(
      @RequestHeader(name = "Authorization", defaultValue = "") String authorization) {
    return answers
        .byToken(authorization.replaceFirst("^Bearer ", ""))
        .map(
            answer ->
                ResponseEntity.ok()
                    .contentType(MediaType.valueOf("application/jwt"))
                    .cacheControl(CacheControl.noStore())
                    .body(userInfo.of(answer)))
        .orElseGet(() -> ResponseEntity.status(401).build());
  }

  @PostMapping("/token")
  ResponseEntity<Map<String, Object>> token(
      @RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
      @RequestParam(name = "grant_type", defaultValue = "") String grantType,
      @RequestParam(name = "code", defaultValue = "") String code,
      @RequestParam(name = "redirect_uri", defaultValue = "") String redirectUri,
      @RequestParam(name = "code_verifier", defaultValue = "") String verifier) {
    if (!isClient(authorization)) {
      return error(401, "invalid_client");
    }
    if (!"authorization_code".equals(grantType)) {
      return error(400, "unsupported_grant_type");
    }
    Optional<Answers.Answer> answer =
        answers
            .redeem(code)
            .filter(kept -> kept.question().redirectUri().equals(redirectUri))
            .filter(kept -> kept.question().codeChallenge().equals(challenge(verifier)));
    if (answer.isEmpty()) {
      return error(400, "invalid_grant");
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            Map.of(
                "access_token",
                answers.token(answer.get()),
                "token_type",
                "Bearer",
                "expires_in",
                300,
                "scope",
                "openid",
                "id_token",
                idTokens.issue(answer.get())));
  }

  private boolean isClient(@Nullable String authorization) {
    String expected =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    (settings.clientId() + ":" + settings.clientSecret().reveal())
                        .getBytes(StandardCharsets.UTF_8));
    return expected.equals(authorization);
  }

  private static ResponseEntity<Map<String, Object>> error(int status, String code) {
    return ResponseEntity.status(status).body(Map.of("error", code));
  }

  private static String challenge(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64URL.encode(digest).toString();
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }
}
