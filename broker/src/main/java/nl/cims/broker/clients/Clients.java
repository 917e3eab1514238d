// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.clients;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/// Everyone who may ask for tokens, and what the protocol allows him: a certificate always, PKCE
/// for logins, no refresh token for anybody.
@Component
public class Clients implements RegisteredClientRepository {

  /// How long a citizen's token lives, counted from his login at DigiD.
  public static final Duration CITIZEN_TOKEN = Duration.ofMinutes(60);

  /// What a vaccinating party may do.
  public static final String REPORT = "vaccination:report";

  /// What an operator may do.
  public static final String WATCH = "intake:watch";

  private static final Duration PARTY_TOKEN = Duration.ofMinutes(10);
  private static final Duration CODE = Duration.ofMinutes(1);

  private static final String FIND =
      """
      SELECT id, kind, certificate_subject, next_certificate_subject, keys, sector, redirect_uris
      FROM broker.client WHERE id = :id
      """;

  private static final String PORTALS =
      """
      SELECT id, kind, certificate_subject, next_certificate_subject, keys, sector, redirect_uris
      FROM broker.client WHERE kind = 'PORTAL' ORDER BY id
      """;

  private final JdbcClient database;

  Clients(JdbcClient database) {
    this.database = database;
  }

  /// The client with this id.
  public Optional<Client> find(String id) {
    return database.sql(FIND).param("id", id).query(Clients::client).optional();
  }

  /// The clients that send citizens here.
  public List<Client> portals() {
    return database.sql(PORTALS).query(Clients::client).list();
  }

  @Override
  public @Nullable RegisteredClient findByClientId(String clientId) {
    return find(clientId).map(Clients::registered).orElse(null);
  }

  @Override
  public @Nullable RegisteredClient findById(String id) {
    return findByClientId(id);
  }

  /// @throws UnsupportedOperationException always: clients come from the clients file
  @Override
  public void save(RegisteredClient client) {
    throw new UnsupportedOperationException("clients come from the clients file");
  }

  private static Client client(ResultSet row, int number) throws SQLException {
    Array uris = row.getArray("redirect_uris");
    return new Client(
        row.getString("id"),
        ClientKind.valueOf(row.getString("kind")),
        row.getString("certificate_subject"),
        row.getString("next_certificate_subject"),
        keys(row.getString("keys")),
        row.getString("sector"),
        List.of((String[]) uris.getArray()));
  }

  private static @Nullable Map<String, Object> keys(@Nullable String text) throws SQLException {
    try {
      return text == null ? null : JSONObjectUtils.parse(text);
    } catch (ParseException malformed) {
      throw new SQLException("the keys of a client are no JSON", malformed);
    }
  }

  private static RegisteredClient registered(Client client) {
    RegisteredClient.Builder builder =
        RegisteredClient.withId(client.id())
            .clientId(client.id())
            .clientAuthenticationMethod(ClientAuthenticationMethod.TLS_CLIENT_AUTH)
            .clientSettings(
                ClientSettings.builder()
                    .requireProofKey(client.kind() == ClientKind.PORTAL)
                    .requireAuthorizationConsent(false)
                    .x509CertificateSubjectDN(client.certificateSubject())
                    .build());
    return switch (client.kind()) {
      case PORTAL ->
          builder
              .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
              .redirectUris(uris -> uris.addAll(client.redirectUris()))
              .scopes(
                  scopes ->
                      scopes.addAll(List.of(OidcScopes.OPENID, "dossier:read", "accesslog:read")))
              .tokenSettings(tokens(CITIZEN_TOKEN))
              .build();
      case PARTY -> machine(builder, REPORT);
      case OPERATOR -> machine(builder, WATCH);
    };
  }

  private static RegisteredClient machine(RegisteredClient.Builder builder, String scope) {
    return builder
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .scope(scope)
        .tokenSettings(tokens(PARTY_TOKEN))
        .build();
  }

  private static TokenSettings tokens(Duration lifetime) {
    return TokenSettings.builder()
        .accessTokenTimeToLive(lifetime)
        .authorizationCodeTimeToLive(CODE)
        .idTokenSignatureAlgorithm(SignatureAlgorithm.ES256)
        .x509CertificateBoundAccessTokens(true)
        .build();
  }
}
