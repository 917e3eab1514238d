// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.SSLContext;

/// Plays the registry: remembers what reached it, whole, and answers as the test wants.
final class StubRegistry implements AutoCloseable {

  static final String GREETING = "{\"from\":\"registry\"}";

  final BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();
  final BlockingQueue<Integer> pieces = new LinkedBlockingQueue<>();
  final TlsServer server;
  private volatile HttpHandler behaviour = StubRegistry::greet;

  /// What reached the registry; the peer is the subject of the caller's certificate.
  record Seen(String method, String target, Headers headers, String body, String peer) {}

  StubRegistry(SSLContext tls) {
    this.server = new TlsServer(tls, this::handle);
    server.start();
  }

  void reset() {
    behaviour = StubRegistry::greet;
    seen.clear();
    pieces.clear();
  }

  void behave(HttpHandler wanted) {
    behaviour = wanted;
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = read(exchange.getRequestBody());
    seen.add(
        new Seen(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            exchange.getRequestHeaders(),
            new String(body, StandardCharsets.UTF_8),
            ((HttpsExchange) exchange).getSSLSession().getPeerPrincipal().getName()));
    behaviour.handle(exchange);
    exchange.close();
  }

  /// Notes each piece of a body as it comes.
  private byte[] read(InputStream body) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] piece = new byte[8192];
    for (int size = body.read(piece); size >= 0; size = body.read(piece)) {
      all.write(piece, 0, size);
      pieces.add(size);
    }
    return all.toByteArray();
  }

  static void greet(HttpExchange exchange) throws IOException {
    answer(exchange, 200, "application/json", GREETING);
  }

  static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.close();
  }
}
