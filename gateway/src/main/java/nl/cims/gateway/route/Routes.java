// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.route;

import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/// Sends every request whose route was found on to the registry.
@Configuration(proxyBeanMethods = false)
class Routes {

  /// Not when the container comes back with the same request for its error page: it would be sent a
  /// second time.
  private static final RequestPredicate FOUND =
      request ->
          request.servletRequest().getDispatcherType() == DispatcherType.REQUEST
              && Route.of(request.servletRequest()).isPresent();

  @Bean
  RouterFunction<ServerResponse> toTheRegistry() {
    return route("registry").route(FOUND, http()).build();
  }
}
