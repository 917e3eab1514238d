// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.route;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
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
      addresses.put(route, URI.create(registry + route.path()));
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
    return query == null
        ? Objects.requireNonNull(addresses.get(route))
        : URI.create(registry + route.path() + "?" + Query.encoded(query));
  }
}
