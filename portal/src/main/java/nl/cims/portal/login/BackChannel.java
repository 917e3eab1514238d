// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.login;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import nl.cims.portal.PortalSettings;
import nl.cims.revocation.RevocationLists;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslManagerBundle;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.stereotype.Component;

/// How the portal speaks to other processes: over mutual TLS with its own certificate (SSL bundle
/// `portal`), over kept connections, never for longer than a citizen waits. Nobody whose
/// certificate was taken back hears anything: when a list changes, and when the portal's own
/// certificate is renewed, new requests go over new connections.
@Component
public final class BackChannel {

  private static final String BUNDLE = "portal";
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration READ = Duration.ofSeconds(5);

  private final RevocationLists lists;
  private final URI broker;
  private final AtomicReference<Open> open;

  /// @param edition of the lists when they were opened
  /// @param bundle with which they were opened
  private record Open(int edition, SslBundle bundle, ClientHttpRequestFactory connections) {}

  BackChannel(SslBundles bundles, PortalSettings settings, Clock clock) {
    this.broker = settings.broker().backChannel();
    SslBundle bundle = bundles.getBundle(BUNDLE);
    this.lists =
        RevocationLists.of(
            settings.revocation(),
            Objects.requireNonNull(
                bundle.getStores().getTrustStore(), "the SSL bundle portal trusts nobody"),
            clock);
    this.open = new AtomicReference<>(open(bundle));
    bundles.addBundleUpdateHandler(BUNDLE, renewed -> open.set(open(renewed)));
  }

  /// The connections.
  public ClientHttpRequestFactory connections() {
    return (uri, method) -> current().createRequest(uri, method);
  }

  URI logout() {
    return broker.resolve("/logout");
  }

  URI keys() {
    return broker.resolve("/oauth2/jwks");
  }

  private ClientHttpRequestFactory current() {
    Open now = open.get();
    if (now.edition() != lists.edition()) {
      open.compareAndSet(now, open(now.bundle()));
    }
    return open.get().connections();
  }

  private Open open(SslBundle bundle) {
    int edition = lists.edition();
    return new Open(
        edition,
        bundle,
        ClientHttpRequestFactoryBuilder.jdk()
            .build(
                HttpClientSettings.ofSslBundle(refusingRevoked(bundle))
                    .withTimeouts(CONNECT, READ)
                    .withRedirects(HttpRedirects.DONT_FOLLOW)));
  }

  private SslBundle refusingRevoked(SslBundle bundle) {
    SslManagerBundle managers = bundle.getManagers();
    SslManagerBundle refusing =
        new SslManagerBundle() {
          @Override
          public KeyManagerFactory getKeyManagerFactory() {
            return managers.getKeyManagerFactory();
          }

          @Override
          public TrustManagerFactory getTrustManagerFactory() {
            return managers.getTrustManagerFactory();
          }

          @Override
          public TrustManager[] getTrustManagers() {
            return lists.refusingServers(managers.getTrustManagers());
          }
        };
    return SslBundle.of(
        bundle.getStores(), bundle.getKey(), bundle.getOptions(), bundle.getProtocol(), refusing);
  }
}
