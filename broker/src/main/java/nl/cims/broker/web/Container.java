// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.web;

import nl.cims.broker.BrokerSettings;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.session.ManagerBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Limits and manners of the servlet container.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class Container implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private final BrokerSettings settings;

  Container(BrokerSettings settings) {
    this.settings = settings;
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addContextCustomizers(
        context -> {
          if (context.getManager() instanceof ManagerBase manager) {
            manager.setMaxActiveSessions(settings.loginsAtOnce());
          }
          if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(UnreadableRequest.class.getName());
          }
        });
  }
}
