// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.trace;

import jakarta.servlet.ServletRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// What the layers of one request tell each other for its log line: an identifier of our own, who
/// called, which route. An identifier from outside is never taken over.
public final class RequestTrace {

  private static final String ATTRIBUTE = RequestTrace.class.getName();
  private static final String UNKNOWN = "-";

  private final String id;
  private @Nullable String client;
  private @Nullable String route;

  private RequestTrace(String id) {
    this.id = id;
  }

  /// The trace of this request, begun now if it is the first that is heard of it.
  public static RequestTrace of(ServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof RequestTrace begun) {
      return begun;
    }
    RequestTrace trace = begin();
    request.setAttribute(ATTRIBUTE, trace);
    return trace;
  }

  /// A trace of something that is no HTTP request.
  public static RequestTrace begin() {
    return new RequestTrace(newId());
  }

  /// Thirty-two hexadecimal digits: also the trace id of the `traceparent` sent to the registry.
  public String id() {
    return id;
  }

  /// A W3C trace context header for the next hop.
  public String traceparent() {
    return "00-" + id + "-" + HexFormat.of().toHexDigits(randomNonZero()) + "-01";
  }

  /// Notes which client showed a valid token.
  public void client(String clientId) {
    this.client = clientId;
  }

  /// Notes which route was asked.
  public void route(String name) {
    this.route = name;
  }

  String clientOrUnknown() {
    return client == null ? UNKNOWN : client;
  }

  String routeOrUnknown() {
    return route == null ? UNKNOWN : route;
  }

  private static String newId() {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(randomNonZero()) + hex.toHexDigits(randomNonZero());
  }

  /// The W3C format forbids identifiers of zeros only.
  private static long randomNonZero() {
    return ThreadLocalRandom.current().nextLong() | 1L;
  }
}
