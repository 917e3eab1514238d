// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.tokens;

import java.security.Principal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.cims.broker.citizen.Citizen;
import nl.cims.broker.citizen.PendingLogin;
import nl.cims.broker.clients.Clients;
import nl.cims.broker.staff.Sessions;
import nl.cims.broker.staff.StaffAuthentication;
import nl.cims.broker.staff.StaffSession;
import nl.cims.vocabulary.AssuranceLevel;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/// One row of `broker.login`, and how it becomes what the protocol's machinery works with.
record StoredLogin(
    UUID id,
    String client,
    Person person,
    String redirectUri,
    Set<String> scopes,
    Proof proof,
    Period code,
    @Nullable Instant redeemedAt,
    @Nullable Instant tokenExpiresAt) {

  /// Who logged in: a citizen, for whom DigiD may have a name of its own for his session there, or
  /// somebody of the staff in this session of his.
  record Person(
      String subject,
      String acr,
      Instant at,
      @Nullable String sealedBsn,
      @Nullable String upstream,
      @Nullable UUID staffSession) {

    static Person of(@Nullable Object principal) {
      return switch (principal) {
        case Citizen citizen ->
            new Person(
                citizen.pseudonym(),
                citizen.level().acr(),
                citizen.authenticatedAt(),
                citizen.sealedBsn(),
                citizen.upstream().orElse(null),
                null);
        case StaffSession staff when staff.authenticatedAt() != null ->
            new Person(
                staff.getName(),
                TokenContent.PASSKEY,
                staff.authenticatedAt(),
                null,
                null,
                staff.sid());
        case null, default -> throw new IllegalStateException("citizens and staff log in here");
      };
    }
  }

  /// What the client must show or get back.
  record Proof(String codeChallenge, @Nullable String nonce) {}

  /// How long the code is good.
  record Period(Instant from, Instant until) {}

  /// Finds rows by what a client shows.
  @Component
  static final class Reader {

    private static final String COLUMNS =
        """
        SELECT id, client, subject, acr, authenticated_at, sealed_bsn, staff_session, redirect_uri, scopes,
          code_challenge, nonce, code_issued_at, code_expires_at, redeemed_at, token_expires_at
        FROM broker.login
        """;

    private static final String BY_CODE = COLUMNS + "WHERE code_hash = :hash";
    private static final String BY_TOKEN =
        COLUMNS + "WHERE token_hash = :hash AND revoked_at IS NULL";

    private final JdbcClient database;
    private final Clients clients;
    private final Sessions sessions;

    Reader(JdbcClient database, Clients clients, Sessions sessions) {
      this.database = database;
      this.clients = clients;
      this.sessions = sessions;
    }

    Optional<OAuth2Authorization> byCode(String code, byte[] hash) {
      return find(BY_CODE, hash)
          .flatMap(
              row ->
                  client(row)
                      .map(
                          client ->
                              authorization(row, client)
                                  .token(
                                      new OAuth2AuthorizationCode(
                                          code, row.code().from(), row.code().until()),
                                      row::describeCode)
                                  .build()));
    }

    Optional<OAuth2Authorization> byToken(String token, byte[] hash) {
      return find(BY_TOKEN, hash)
          .flatMap(
              row ->
                  client(row)
                      .map(client -> authorization(row, client).token(row.token(token)).build()));
    }

    /// Staff are who they are now: their session holds while the row is there.
    private OAuth2Authorization.Builder authorization(StoredLogin row, RegisteredClient client) {
      OAuth2Authorization.Builder builder = row.authorization(client);
      UUID sid = row.person().staffSession();
      if (sid != null) {
        sessions
            .find(sid)
            .map(session -> session.as(row.person().at()))
            .ifPresent(
                session ->
                    builder.attribute(Principal.class.getName(), new StaffAuthentication(session)));
      }
      return builder;
    }

    private Optional<RegisteredClient> client(StoredLogin row) {
      return Optional.ofNullable(clients.findByClientId(row.client()));
    }

    private Optional<StoredLogin> find(String sql, byte[] hash) {
      return database.sql(sql).param("hash", hash).query(StoredLogin::read).optional();
    }
  }

  private OAuth2Authorization.Builder authorization(RegisteredClient registered) {
    OAuth2Authorization.Builder builder =
        OAuth2Authorization.withRegisteredClient(registered)
            .id(id.toString())
            .principalName(person.subject())
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .authorizedScopes(scopes)
            .attribute(OAuth2AuthorizationRequest.class.getName(), asked());
    String sealed = person.sealedBsn();
    if (sealed != null) {
      builder.attribute(Principal.class.getName(), principal(sealed));
    }
    return builder;
  }

  private OAuth2AuthorizationRequest asked() {
    Map<String, Object> more = new HashMap<>();
    more.put(PkceParameterNames.CODE_CHALLENGE, proof.codeChallenge());
    more.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
    if (proof.nonce() != null) {
      more.put(OidcParameterNames.NONCE, proof.nonce());
    }
    return OAuth2AuthorizationRequest.authorizationCode()
        .authorizationUri("/oauth2/authorize")
        .clientId(client)
        .redirectUri(redirectUri)
        .scopes(scopes)
        .additionalParameters(more)
        .build();
  }

  private OAuth2AuthenticationToken principal(String sealed) {
    AssuranceLevel level =
        AssuranceLevel.ofAcr(person.acr())
            .orElseThrow(() -> new IllegalStateException("only known levels are stored"));
    PendingLogin over = new PendingLogin(client, redirectUri, null, "", person.at(), "");
    Citizen citizen =
        new Citizen(person.subject(), level, person.at(), sealed, Optional.empty(), over);
    return new OAuth2AuthenticationToken(citizen, List.of(), "digid");
  }

  private void describeCode(Map<String, Object> metadata) {
    metadata.put(OAuth2Authorization.Token.INVALIDATED_METADATA_NAME, redeemedAt != null);
  }

  private OAuth2AccessToken token(String value) {
    return new OAuth2AccessToken(
        OAuth2AccessToken.TokenType.BEARER, value, redeemedAt, tokenExpiresAt, scopes);
  }

  private static StoredLogin read(ResultSet row, int number) throws SQLException {
    return new StoredLogin(
        row.getObject("id", UUID.class),
        row.getString("client"),
        new Person(
            row.getString("subject"),
            row.getString("acr"),
            row.getTimestamp("authenticated_at").toInstant(),
            row.getString("sealed_bsn"),
            null,
            row.getObject("staff_session", UUID.class)),
        row.getString("redirect_uri"),
        Set.of((String[]) row.getArray("scopes").getArray()),
        new Proof(row.getString("code_challenge"), row.getString("nonce")),
        new Period(
            row.getTimestamp("code_issued_at").toInstant(),
            row.getTimestamp("code_expires_at").toInstant()),
        instant(row, "redeemed_at"),
        instant(row, "token_expires_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}
