// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.clients;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import nl.cims.broker.BrokerSettings;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Brings the clients table in line with the clients file, at every start, after the migrations and
/// under their role: the running broker itself cannot add a client.
@Component
final class ClientsFile implements Callback {

  private static final String REMOVE_OTHERS = "DELETE FROM broker.client WHERE NOT (id = ANY (?))";

  private static final String PUT =
      """
      INSERT INTO broker.client (id, kind, certificate_subject, sector, redirect_uris,
        post_logout_redirect_uris, backchannel_logout_uri)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET
        kind = excluded.kind, certificate_subject = excluded.certificate_subject,
        sector = excluded.sector, redirect_uris = excluded.redirect_uris,
        post_logout_redirect_uris = excluded.post_logout_redirect_uris,
        backchannel_logout_uri = excluded.backchannel_logout_uri
      """;

  private final Path file;

  ClientsFile(BrokerSettings settings) {
    this.file = settings.clients();
  }

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.AFTER_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public String getCallbackName() {
    return "clients";
  }

  @Override
  public void handle(Event event, Context context) {
    List<Client> clients = read(file);
    Connection connection = context.getConnection();
    try {
      boolean before = connection.getAutoCommit();
      connection.setAutoCommit(false);
      store(connection, clients);
      connection.commit();
      connection.setAutoCommit(before);
    } catch (SQLException failed) {
      throw new IllegalStateException("cannot store the clients of " + file, failed);
    }
  }

  static List<Client> read(Path file) {
    if (!Files.isReadable(file)) {
      throw new IllegalStateException("there is no readable clients file at " + file);
    }
    try {
      return JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build()
          .readValue(file, new TypeReference<List<Client>>() {});
    } catch (JacksonException malformed) {
      throw new IllegalStateException(
          "the clients file " + file + " is not right: " + malformed.getOriginalMessage(),
          malformed);
    }
  }

  private static void store(Connection connection, List<Client> clients) throws SQLException {
    try (PreparedStatement remove = connection.prepareStatement(REMOVE_OTHERS)) {
      remove.setArray(1, text(connection, clients.stream().map(Client::id).toList()));
      remove.executeUpdate();
    }
    try (PreparedStatement put = connection.prepareStatement(PUT)) {
      for (Client client : clients) {
        put.setString(1, client.id());
        put.setString(2, client.kind().name());
        put.setString(3, client.certificateSubject());
        put.setString(4, client.sector());
        put.setArray(5, text(connection, client.redirectUris()));
        put.setArray(6, text(connection, client.postLogoutRedirectUris()));
        put.setString(7, Objects.toString(client.backchannelLogoutUri(), null));
        put.addBatch();
      }
      put.executeBatch();
    }
  }

  private static java.sql.Array text(Connection connection, List<String> values)
      throws SQLException {
    return connection.createArrayOf("text", values.toArray());
  }
}
