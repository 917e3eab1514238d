// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks.attack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/// Notices who calls: an address that Wapiti plants in every parameter
/// (`/ssrf/<run>/<page>/<parameter>/`), so that a server which opens it is found out, and at which
/// Wapiti asks for the calls of a run (`/get_ssrf.php?id=<run>`).
final class Tripwire implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, Map<String, Map<String, List<Map<String, String>>>>> calls =
      new ConcurrentHashMap<>();

  Tripwire() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/ssrf/", this::called);
    server.createContext("/get_ssrf.php", this::asked);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private void called(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/", -1);
    if (path.length >= 5) {
      calls
          .computeIfAbsent(path[2], run -> new ConcurrentHashMap<>())
          .computeIfAbsent(path[3], page -> new ConcurrentHashMap<>())
          .computeIfAbsent(path[4], parameter -> new ArrayList<>())
          .add(
              Map.of(
                  "url",
                  address().toString(),
                  "date",
                  "during this run",
                  "ip",
                  "127.0.0.1",
                  "method",
                  exchange.getRequestMethod()));
    }
    answer(exchange, "{}");
  }

  private void asked(HttpExchange exchange) throws IOException {
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    answer(
        exchange,
        JsonMapper.shared()
            .writeValueAsString(calls.getOrDefault(query.replaceFirst("^id=", ""), Map.of())));
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
