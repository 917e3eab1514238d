// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.door;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.util.Map;
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

/// Builds the doors, and knows by which one a request came in.
///
/// A door for browsers has threads of its own, few and real ones. A request that is worked on has
/// one, a TLS handshake too, and either holds at most one database connection. So their number is
/// the bound of everything that the door can take from the others: of the processors, which the
/// system shares out among threads, and of the pool, which is larger ([SharesOfThePool]). Machines
/// have virtual threads, which never queue behind a browser.
@Component
public final class Entrances implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private static final int LARGEST_HEADER = 16 * 1024;
  private static final int LARGEST_FORM = 16 * 1024;

  /// How long a browser may hold a connection on which nothing comes, in milliseconds.
  private static final int SILENCE = 5_000;

  private final BrokerSettings settings;
  private final SslBundles bundles;
  private final Connector machines;
  private final Connector staff;

  Entrances(BrokerSettings settings, SslBundles bundles) {
    this.settings = settings;
    this.bundles = bundles;
    this.machines = forMachines(settings.backChannel());
    this.staff = forStaff(settings.staff());
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    BrokerSettings.Citizens width = settings.citizens();
    factory.addConnectorCustomizers(
        citizens -> narrow(http(citizens), width.threads(), width.connections()));
    factory.addAdditionalConnectors(machines, staff);
  }

  /// By which door this request came in.
  public Door of(HttpServletRequest request) {
    int port = request.getLocalPort();
    if (port == machines.getLocalPort()) {
      return Door.MACHINES;
    }
    return port == staff.getLocalPort() ? Door.STAFF : Door.CITIZENS;
  }

  /// The address at which machines reach this path.
  public String addressForMachines(String path) {
    URI base = settings.backChannel().publicAddress();
    return base == null
        ? "https://%s:%d%s".formatted(settings.issuer().getHost(), machines.getLocalPort(), path)
        : base + path;
  }

  /// A certificate of another authority is refused in the handshake. None at all is let in as far
  /// as an answer that says so (`want`): a broken handshake tells a client nothing.
  private Connector forMachines(BrokerSettings.BackChannel door) {
    Connector connector = connector(door.port(), door.address());
    http(connector).setExecutor(new VirtualThreadExecutor("back-channel-"));
    secure(connector, "broker", ClientAuth.WANT);
    return connector;
  }

  private Connector forStaff(BrokerSettings.Staff door) {
    Connector connector = connector(door.port(), door.address());
    narrow(http(connector), door.threads(), door.connections());
    door.sslBundle().ifPresent(bundle -> secure(connector, bundle, ClientAuth.NONE));
    return connector;
  }

  private static Connector connector(int port, @Nullable InetAddress address) {
    Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
    connector.setPort(port);
    connector.setMaxPostSize(LARGEST_FORM);
    connector.setXpoweredBy(false);
    AbstractHttp11Protocol<?> http = http(connector);
    http.setAddress(address);
    http.setMaxHttpRequestHeaderSize(LARGEST_HEADER);
    return connector;
  }

  /// Whoever comes beyond these connections waits outside, in the system's queue, and costs
  /// nothing.
  private static void narrow(AbstractHttp11Protocol<?> http, int threads, int connections) {
    http.setExecutor(null); // Of its own, in place of the virtual threads of all.
    http.setMaxThreads(threads);
    http.setMinSpareThreads(Math.min(threads, 4));
    http.setMaxConnections(connections);
    http.setConnectionTimeout(SILENCE);
    http.setKeepAliveTimeout(SILENCE);
  }

  private void secure(Connector connector, String bundle, ClientAuth certificates) {
    SslConnectorCustomizer tls =
        new SslConnectorCustomizer(LogFactory.getLog(Entrances.class), connector, certificates);
    tls.customize(bundles.getBundle(bundle), Map.of());
    // A renewed certificate in the same files is used without a restart.
    bundles.addBundleUpdateHandler(bundle, renewed -> tls.update(null, renewed));
  }

  private static AbstractHttp11Protocol<?> http(Connector connector) {
    if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
      return http;
    }
    throw new IllegalStateException("Tomcat's HTTP/1.1 connector speaks HTTP/1.1");
  }
}
