// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.clients;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.cims.broker.BrokerSettings;
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

  /// What a console asks for: who an employee is.
  public static final String STAFF = "staff";

  /// OAuth has no answer without an access token. A console's is good for nothing, and not for
  /// long.
  private static final Duration STAFF_TOKEN = Duration.ofMinutes(1);

  private static final Duration CODE = Duration.ofMinutes(1);

  private static final String COLUMNS =
      """
      SELECT id, kind, certificate_subject, next_certificate_subject, keys, sector, redirect_uris,
        post_logout_redirect_uris, backchannel_logout_uri
      FROM broker.client
      """;

  private static final String FIND = COLUMNS + "WHERE id = :id";
  private static final String OF_KIND = COLUMNS + "WHERE kind = :kind ORDER BY id";

  private final JdbcClient database;
  private final Duration machineToken;

  Clients(JdbcClient database, BrokerSettings settings) {
    this.database = database;
    this.machineToken = settings.partyToken();
  }

  /// The client with this id.
  public Optional<Client> find(String id) {
    return database.sql(FIND).param("id", id).query(Clients::client).optional();
  }

  /// The clients that send citizens here.
  public List<Client> portals() {
    return ofKind(ClientKind.PORTAL);
  }

  /// The clients that send staff here.
  public List<Client> consoles() {
    return ofKind(ClientKind.CONSOLE);
  }

  private List<Client> ofKind(ClientKind kind) {
    return database.sql(OF_KIND).param("kind", kind.name()).query(Clients::client).list();
  }

  @Override
  public @Nullable RegisteredClient findByClientId(String clientId) {
    return find(clientId).map(this::registered).orElse(null);
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
    String logout = row.getString("backchannel_logout_uri");
    return new Client(
        row.getString("id"),
        ClientKind.valueOf(row.getString("kind")),
        row.getString("certificate_subject"),
        row.getString("next_certificate_subject"),
        keys(row.getString("keys")),
        row.getString("sector"),
        List.of((String[]) row.getArray("redirect_uris").getArray()),
        List.of((String[]) row.getArray("post_logout_redirect_uris").getArray()),
        logout == null ? null : URI.create(logout));
  }

  private static @Nullable Map<String, Object> keys(@Nullable String text) throws SQLException {
    try {
      return text == null ? null : JSONObjectUtils.parse(text);
    } catch (ParseException malformed) {
      throw new SQLException("the keys of a client are no JSON", malformed);
    }
  }

  private RegisteredClient registered(Client client) {
    RegisteredClient.Builder builder =
        RegisteredClient.withId(client.id())
            .clientId(client.id())
            .clientAuthenticationMethod(ClientAuthenticationMethod.TLS_CLIENT_AUTH)
            .clientSettings(
                ClientSettings.builder()
                    .requireProofKey(client.kind().logsPeopleIn())
                    .requireAuthorizationConsent(false)
                    .x509CertificateSubjectDN(client.certificateSubject())
                    .build());
    return switch (client.kind()) {
      case PORTAL ->
          logins(builder, client, List.of(OidcScopes.OPENID, "dossier:read", "accesslog:read"))
              .tokenSettings(tokens(CITIZEN_TOKEN))
              .build();
      case CONSOLE ->
          logins(builder, client, List.of(OidcScopes.OPENID, STAFF))
              .tokenSettings(tokens(STAFF_TOKEN))
              .build();
      case PARTY -> machine(builder, REPORT);
      case OPERATOR -> machine(builder, WATCH);
    };
  }

  private static RegisteredClient.Builder logins(
      RegisteredClient.Builder builder, Client client, List<String> scopes) {
    return builder
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUris(uris -> uris.addAll(client.redirectUris()))
        .scopes(all -> all.addAll(scopes));
  }

  private RegisteredClient machine(RegisteredClient.Builder builder, String scope) {
    return builder
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .scope(scope)
        .tokenSettings(tokens(machineToken))
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
