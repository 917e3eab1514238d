// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.route;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;

import nl.cims.gateway.GatewayProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/// Sends every request whose route was found on to the registry.
@Configuration(proxyBeanMethods = false)
class Routes {

  private static final RequestPredicate FOUND =
      request -> Route.of(request.servletRequest()).isPresent();

  @Bean
  RouterFunction<ServerResponse> toTheRegistry(GatewayProperties properties) {
    return route("registry").route(FOUND, http()).before(uri(properties.registry())).build();
  }
}
