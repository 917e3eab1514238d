// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks.attack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import nl.cims.testkit.certificates.CertificateAuthority;
import nl.cims.testkit.postgres.Database;
import nl.cims.testkit.postgres.TestPostgres;

/// A process with one weakness for each tool to find, on loopback: old TLS with broken ciphers, and
/// a site that repeats what it is told, puts statements together, opens any address and takes forms
/// from anywhere. Prints its two addresses and ends when its standard input does.
public final class PlantedServer {

  private final Database database = TestPostgres.fresh("planted");

  private PlantedServer() {}

  /// @param arguments a directory for certificates
  public static void main(String[] arguments) throws IOException, SQLException {
    // Java refuses what is planted here unless it is told otherwise, before anybody uses TLS.
    Security.setProperty("jdk.tls.disabledAlgorithms", "");
    Security.setProperty("jdk.tls.legacyAlgorithms", "");
    PlantedServer server = new PlantedServer();
    server.fill();
    System.out.println(server.site() + " " + tls(Path.of(arguments[0])));
    System.in.transferTo(java.io.OutputStream.nullOutputStream());
    System.exit(0);
  }

  private void fill() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE item (id integer, name text)");
      statement.execute("INSERT INTO item VALUES (1, 'one'), (2, 'two')");
    }
  }

  private URI site() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", exchange -> answer(exchange, 200, ""));
    server.createContext("/search", exchange -> answer(exchange, 200, value(exchange)));
    server.createContext("/item", this::item);
    server.createContext("/fetch", PlantedServer::fetch);
    server.start();
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
  }

  private void item(HttpExchange exchange) throws IOException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery("SELECT name FROM item WHERE id = " + value(exchange))) {
      answer(exchange, 200, found.next() ? found.getString(1) : "none");
    } catch (SQLException failed) {
      answer(exchange, 200, failed.toString());
    }
  }

  private static void fetch(HttpExchange exchange) throws IOException {
    String from = value(exchange);
    // Only what Wapiti plants: nothing that a test makes up is fetched from anywhere else.
    if (from.matches("http://127\\.0\\.0\\.1:\\d+/ssrf/[\\w/]+")) {
      URI.create(from).toURL().openStream().close();
    }
    answer(exchange, 200, "fetched");
  }

  private static String value(HttpExchange exchange) {
    String query = exchange.getRequestURI().getRawQuery();
    int at = query == null ? -1 : query.indexOf('=');
    return query == null ? "" : URLDecoder.decode(query.substring(at + 1), StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body =
        """
        <!doctype html><html><head><title>Planted</title></head><body>
        <a href="/search?q=dose">Search</a> <a href="/item?id=1">Item</a> <a href="/fetch?from=x">Fetch</a>
        <form method="post" action="/note"><input name="text" value="1"><button>Keep</button></form>
        %s</body></html>
        """
            .formatted(text)
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        database.url(), database.migrateUser(), database.migratePassword());
  }

  private static URI tls(Path directory) throws IOException {
    Files.createDirectories(directory);
    CertificateAuthority authority = CertificateAuthority.in(directory, Clock.systemUTC());
    SSLServerSocket server =
        (SSLServerSocket)
            authority
                .tlsAs(authority.issue("planted"))
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    server.setEnabledProtocols(new String[] {"TLSv1", "TLSv1.1", "TLSv1.2"});
    server.setEnabledCipherSuites(server.getSupportedCipherSuites());
    Thread.ofVirtual().start(() -> serve(server));
    return URI.create("https://localhost:" + server.getLocalPort());
  }

  private static void serve(SSLServerSocket server) {
    while (!server.isClosed()) {
      try {
        SSLSocket socket = (SSLSocket) server.accept();
        Thread.ofVirtual().start(() -> answer(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void answer(SSLSocket socket) {
    try (socket) {
      socket.setSoTimeout(10_000);
      socket.startHandshake();
      socket.getInputStream().read(new byte[4096]);
      socket
          .getOutputStream()
          .write(
              "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
    } catch (IOException ended) {
      // A tool that tries handshakes breaks most of them off.
    }
  }
}
