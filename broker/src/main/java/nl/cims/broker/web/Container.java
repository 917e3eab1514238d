// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.web;

import org.apache.catalina.core.StandardHost;
import org.apache.catalina.session.ManagerBase;
import org.apache.catalina.session.StandardManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// Limits and manners of the servlet container.
@Component
final class Container implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  /// A session lasts from DigiD's answer to ours, so that only who has logged in there gets one.
  private static final int MOST_SESSIONS = 10_000;

  private final ObjectProvider<RefusalPage> pages;

  Container(ObjectProvider<RefusalPage> pages) {
    this.pages = pages;
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addContextCustomizers(
        context -> {
          ManagerBase sessions = new StandardManager();
          sessions.setMaxActiveSessions(MOST_SESSIONS);
          context.setManager(sessions);
          if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(UnreadableRequest.class.getName());
            host.getPipeline()
                .addValve(
                    new UnreadableRequest(
                        (refusal, language) -> pages.getObject().html(refusal, language)));
          }
        });
  }
}
