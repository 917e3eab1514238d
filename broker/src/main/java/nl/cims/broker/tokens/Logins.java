// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.tokens;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/// The logins under way, in PostgreSQL: from the code that the portal gets until its token ends.
///
/// Codes and tokens are kept as SHA-256 only. A code is redeemed by one UPDATE that can succeed
/// once, so that of two simultaneous attempts one is refused. Tokens of parties are not kept: what
/// is taken back of a party is its certificate, without which its tokens are worth nothing.
@Component
class Logins implements OAuth2AuthorizationService {

  private static final Logger LOG = LoggerFactory.getLogger(Logins.class);

  private static final String ADD =
      """
      INSERT INTO broker.login (id, client, subject, acr, authenticated_at, sealed_bsn, staff_session,
        redirect_uri, scopes, code_challenge, nonce, upstream_session, code_hash, code_issued_at,
        code_expires_at)
      VALUES (:id, :client, :subject, :acr, :authenticated, :sealed, :staffSession, :redirect,
        string_to_array(:scopes, ' '), :challenge, :nonce, :upstream, :code, :issued, :expires)
      """;

  private static final String REDEEM =
      """
      UPDATE broker.login
      SET redeemed_at = :now, sealed_bsn = NULL, token_hash = :token, token_expires_at = :expires
      WHERE id = :id AND redeemed_at IS NULL AND revoked_at IS NULL
      """;

  private static final String REVOKE =
      "UPDATE broker.login SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL";

  private static final String REMOVE = "DELETE FROM broker.login WHERE id = :id";

  private static final String FORGET =
      "DELETE FROM broker.login WHERE coalesce(token_expires_at, code_expires_at) < :now";

  private final JdbcClient database;
  private final StoredLogin.Reader reader;
  private final Clock clock;

  Logins(JdbcClient database, StoredLogin.Reader reader, Clock clock) {
    this.database = database;
    this.reader = reader;
    this.clock = clock;
  }

  @Override
  public void save(OAuth2Authorization login) {
    if (!AuthorizationGrantType.AUTHORIZATION_CODE.equals(login.getAuthorizationGrantType())) {
      return;
    }
    OAuth2Authorization.Token<OAuth2AccessToken> token = login.getAccessToken();
    if (token == null && code(login).isInvalidated()) {
      remove(login); // Another client came with this code.
    } else if (token == null) {
      add(login);
    } else if (token.isInvalidated()) {
      revoke(login);
    } else {
      redeem(login, token.getToken());
    }
  }

  @Override
  public void remove(OAuth2Authorization login) {
    database.sql(REMOVE).param("id", UUID.fromString(login.getId())).update();
  }

  /// @throws UnsupportedOperationException always: logins are found by what the client shows
  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    throw new UnsupportedOperationException("a login is found by its code or token");
  }

  @Override
  public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
    if (type != null && "code".equals(type.getValue())) {
      return reader.byCode(token, hash(token)).orElse(null);
    }
    return reader.byToken(token, hash(token)).orElse(null);
  }

  /// Forgets what has ended.
  @Scheduled(fixedDelayString = "PT5M")
  void forgetEnded() {
    int forgotten = database.sql(FORGET).param("now", Timestamp.from(clock.instant())).update();
    LOG.debug("forgot {} ended logins", forgotten);
  }

  private void add(OAuth2Authorization login) {
    OAuth2AuthorizationCode code = code(login).getToken();
    Authentication principal =
        Objects.requireNonNull(login.getAttribute(Principal.class.getName()));
    StoredLogin.Person person = StoredLogin.Person.of(principal.getPrincipal());
    OAuth2AuthorizationRequest asked =
        Objects.requireNonNull(login.getAttribute(OAuth2AuthorizationRequest.class.getName()));
    database
        .sql(ADD)
        .param("id", UUID.fromString(login.getId()))
        .param("client", login.getRegisteredClientId())
        .param("subject", person.subject())
        .param("acr", person.acr())
        .param("authenticated", Timestamp.from(person.at()))
        .param("sealed", person.sealedBsn())
        .param("staffSession", person.staffSession())
        .param("redirect", asked.getRedirectUri())
        .param("scopes", String.join(" ", login.getAuthorizedScopes()))
        .param("challenge", asked.getAdditionalParameters().get(PkceParameterNames.CODE_CHALLENGE))
        .param("nonce", asked.getAdditionalParameters().get(OidcParameterNames.NONCE))
        .param("upstream", person.upstream())
        .param("code", hash(code.getTokenValue()))
        .param("issued", Timestamp.from(Objects.requireNonNull(code.getIssuedAt())))
        .param("expires", Timestamp.from(Objects.requireNonNull(code.getExpiresAt())))
        .update();
    LOG.info("login at level {} for client {}", person.acr(), login.getRegisteredClientId());
  }

  private void redeem(OAuth2Authorization login, OAuth2AccessToken token) {
    Instant expires = Objects.requireNonNull(token.getExpiresAt());
    int redeemed =
        database
            .sql(REDEEM)
            .param("id", UUID.fromString(login.getId()))
            .param("now", Timestamp.from(clock.instant()))
            .param("token", hash(token.getTokenValue()))
            .param("expires", Timestamp.from(expires))
            .update();
    if (redeemed == 0) {
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
    }
  }

  private void revoke(OAuth2Authorization login) {
    database
        .sql(REVOKE)
        .param("id", UUID.fromString(login.getId()))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  private static OAuth2Authorization.Token<OAuth2AuthorizationCode> code(
      OAuth2Authorization login) {
    return Objects.requireNonNull(login.getToken(OAuth2AuthorizationCode.class));
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }
}
