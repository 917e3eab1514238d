// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Map;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import nl.cims.broker.BrokerSettings;
import org.apache.catalina.connector.Connector;
import org.apache.commons.logging.LogFactory;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.tomcat.SslConnectorCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl.ClientAuth;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// The door for machines: TLS with a client certificate.
///
/// A certificate of another authority is refused in the handshake. None at all is let in as far as
/// an answer that says so (`want`): a broken handshake tells a client nothing.
@Component
class BackChannel implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private static final int LARGEST_HEADER = 16 * 1024;
  private static final int LARGEST_FORM = 16 * 1024;

  private final BrokerSettings.BackChannel settings;
  private final URI issuer;
  private final Connector connector;

  BackChannel(BrokerSettings settings, SslBundles bundles) {
    this.settings = settings.backChannel();
    this.issuer = settings.issuer();
    this.connector = connector(this.settings, bundles);
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addAdditionalConnectors(connector);
  }

  /// Whether this request came in by this door.
  boolean carries(HttpServletRequest request) {
    return request.getLocalPort() == connector.getLocalPort();
  }

  /// Whether the gateway calls, by the name in its certificate.
  boolean isGateway(HttpServletRequest request) {
    return request.getAttribute("jakarta.servlet.request.X509Certificate")
            instanceof X509Certificate[] chain
        && chain.length > 0
        && settings.gatewayName().equals(commonName(chain[0]));
  }

  private static @Nullable String commonName(X509Certificate certificate) {
    try {
      return new LdapName(certificate.getSubjectX500Principal().getName())
          .getRdns().stream()
              .filter(part -> part.getType().equalsIgnoreCase("CN"))
              .map(part -> part.getValue().toString())
              .findFirst()
              .orElse(null);
    } catch (InvalidNameException noName) {
      return null;
    }
  }

  /// The port it listens at.
  int port() {
    return connector.getLocalPort();
  }

  /// The address at which clients reach this path.
  String address(String path) {
    URI base = settings.publicAddress();
    return base == null ? "https://%s:%d%s".formatted(issuer.getHost(), port(), path) : base + path;
  }

  private static Connector connector(BrokerSettings.BackChannel settings, SslBundles bundles) {
    Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
    connector.setPort(settings.port());
    connector.setMaxPostSize(LARGEST_FORM);
    connector.setXpoweredBy(false);
    if (!(connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http)) {
      throw new IllegalStateException("Tomcat's HTTP/1.1 connector speaks HTTP/1.1");
    }
    http.setAddress(settings.address());
    http.setMaxHttpRequestHeaderSize(LARGEST_HEADER);
    http.setExecutor(new VirtualThreadExecutor("back-channel-"));
    SslConnectorCustomizer tls =
        new SslConnectorCustomizer(
            LogFactory.getLog(BackChannel.class), connector, ClientAuth.WANT);
    tls.customize(bundles.getBundle("broker"), Map.of());
    // A renewed certificate in the same files is used without a restart.
    bundles.addBundleUpdateHandler("broker", renewed -> tls.update(null, renewed));
    return connector;
  }
}
