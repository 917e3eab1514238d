// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.problem;

import nl.cims.gateway.GatewayProperties;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/// Makes the layers below the application answer with problems, and leave to the routes what they
/// can tell better.
@Configuration(proxyBeanMethods = false)
class ContainerErrors {

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsFromTheContainer() {
    return factory ->
        factory.addContextCustomizers(
            context -> {
              if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
              }
            });
  }

  /// A body that will be refused by its announced length is not asked for; what is left of a
  /// refused one is read for a while, so that the caller hears why.
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> unwantedBodies(
      GatewayProperties properties) {
    int leftOver = Math.toIntExact(2 * properties.limits().messageSize().toBytes());
    return factory ->
        factory.addConnectorCustomizers(
            connector -> {
              connector.setProperty("continueResponseTiming", "onRead");
              connector.setProperty("maxSwallowSize", Integer.toString(leftOver));
            });
  }

  /// Paths are the firewall's. Methods are answered by the routes, which know the right ones.
  /// Header values are looked at by the container already; the standard firewall's patterns, once
  /// more over every token, cost more than the routing.
  @Bean
  HttpFirewall pathsOnly() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setUnsafeAllowAnyHttpMethod(true);
    firewall.setAllowedHeaderNames(ContainerErrors::isPlain);
    firewall.setAllowedHeaderValues(ContainerErrors::isPlain);
    return firewall;
  }

  @Bean
  RequestRejectedHandler problemsFromTheFirewall() {
    return (request, response, rejected) ->
        Problems.answer(request, response, Problems.ofStatus(400));
  }

  private static boolean isPlain(String text) {
    return text.chars().noneMatch(Character::isISOControl);
  }
}
