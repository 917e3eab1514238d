// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import nl.cims.registry.console.ConsoleSettings;
import nl.cims.registry.console.WithConsole;
import org.apache.catalina.connector.Connector;
import org.apache.commons.logging.LogFactory;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.tomcat.SslConnectorCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl.ClientAuth;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// The register's second door: a port of its own for staff's browsers, with TLS and without client
/// certificates. Nothing but the console is served there, and the console nowhere else.
@Component
@WithConsole
public class ConsoleDoor implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private static final int LARGEST_HEADER = 16 * 1024;
  private static final int LARGEST_FORM = 16 * 1024;

  private final Connector connector;

  ConsoleDoor(ConsoleSettings settings, SslBundles bundles) {
    this.connector = connector(settings, bundles);
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addAdditionalConnectors(connector);
  }

  /// Whether this request came in by this door.
  public boolean carries(HttpServletRequest request) {
    return request.getLocalPort() == connector.getLocalPort();
  }

  private static Connector connector(ConsoleSettings settings, SslBundles bundles) {
    Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
    connector.setPort(settings.port());
    connector.setMaxPostSize(LARGEST_FORM);
    connector.setXpoweredBy(false);
    if (!(connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http)) {
      throw new IllegalStateException("Tomcat's HTTP/1.1 connector speaks HTTP/1.1");
    }
    settings.address().ifPresent(http::setAddress);
    http.setMaxHttpRequestHeaderSize(LARGEST_HEADER);
    http.setExecutor(new VirtualThreadExecutor("console-"));
    new SslConnectorCustomizer(LogFactory.getLog(ConsoleDoor.class), connector, ClientAuth.NONE)
        .customize(bundles.getBundle("console"), Map.of());
    return connector;
  }
}
