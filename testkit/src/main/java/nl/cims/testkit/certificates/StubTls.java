// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.certificates;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/// An HTTPS server that talks to nobody without a certificate of our authority, and that can be
/// stopped and started again at the same address.
public final class StubTls implements AutoCloseable {

  private final SSLContext tls;
  private final Map<String, HttpHandler> handlers = new ConcurrentHashMap<>();
  private HttpsServer server;
  private final int port;

  /// @param name of its certificate
  public StubTls(CertificateAuthority authority, String name) throws IOException {
    this.tls = authority.tlsAs(authority.issue(name));
    this.server = started(0);
    this.port = server.getAddress().getPort();
  }

  /// Where it is.
  public URI address() {
    return URI.create("https://localhost:" + port);
  }

  /// Answers what is asked at this path and below.
  public void on(String path, HttpHandler handler) {
    handlers.put(path, handler);
    server.createContext(path, handler);
  }

  /// Stops answering.
  public void stop() {
    server.stop(0);
  }

  /// Answers again, at the same address.
  public void start() throws IOException {
    server = started(port);
    handlers.forEach(server::createContext);
  }

  /// Sends an answer.
  public static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /// What was sent.
  public static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private HttpsServer started(int onPort) throws IOException {
    HttpsServer made =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), onPort), 0);
    made.setHttpsConfigurator(
        new HttpsConfigurator(tls) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters needed = tls.getDefaultSSLParameters();
            needed.setNeedClientAuth(true);
            parameters.setSSLParameters(needed);
          }
        });
    made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    made.start();
    return made;
  }

  @Override
  public void close() {
    stop();
  }
}
