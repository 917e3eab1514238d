// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.route;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import nl.cims.gateway.GatewayProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchangeHandlerFunction;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// Addresses the registry with the path and the query as they came. The framework's way takes the
/// query apart into parameters, which would read a form's body too, and puts it together again.
@Component
class RegistryForwarding extends ProxyExchangeHandlerFunction {

  private final ProxyExchange exchange;
  private final String registry;
  private final Map<Route, URI> addresses = new EnumMap<>(Route.class);

  RegistryForwarding(
      ProxyExchange exchange,
      GatewayProperties properties,
      ObjectProvider<RequestHttpHeadersFilter> requestHeaders,
      ObjectProvider<ResponseHttpHeadersFilter> responseHeaders) {
    super(exchange, requestHeaders, responseHeaders);
    this.exchange = exchange;
    this.registry = properties.registry().toString();
    for (Route route : Route.values()) {
      route.path().ifPresent(path -> addresses.put(route, URI.create(registry + path)));
    }
  }

  @Override
  public ServerResponse handle(ServerRequest request) {
    Route route = Route.of(request.servletRequest()).orElseThrow();
    return exchange.exchange(
        exchange.request(request).uri(address(route, request.servletRequest())).build());
  }

  private URI address(Route route, HttpServletRequest incoming) {
    String query = incoming.getQueryString();
    URI known = query == null ? addresses.get(route) : null;
    if (known != null) {
      return known;
    }
    // The path was compared with the route's, so that nothing else can stand in it.
    String path = registry + incoming.getRequestURI();
    return URI.create(query == null ? path : path + "?" + Query.encoded(query));
  }
}
