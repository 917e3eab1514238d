// SPDX-License-Identifier: EUPL-1.2
package nl.cims.login;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import nl.cims.revocation.RevocationLists;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslManagerBundle;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/// How a website speaks to other processes: over mutual TLS with its own certificate, over kept
/// connections, never for longer than somebody waits. Nobody whose certificate was taken back hears
/// anything: when a list changes, and when the website's own certificate is renewed, new requests
/// go over new connections.
public final class Connections {

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration READ = Duration.ofSeconds(10);

  private final SslBundles bundles;
  private final String name;
  private final RevocationLists lists;
  private final AtomicReference<Open> open;

  /// @param edition of the lists when they were opened
  private record Open(int edition, ClientHttpRequestFactory connections) {}

  private Connections(SslBundles bundles, String name, RevocationLists lists) {
    this.bundles = bundles;
    this.name = name;
    this.lists = lists;
    this.open = new AtomicReference<>(open());
    bundles.addBundleUpdateHandler(name, renewed -> open.set(open()));
  }

  /// @param name of the SSL bundle with the website's certificate and whom it trusts
  /// @param lists of the authorities that it trusts
  public static ClientHttpRequestFactory of(
      SslBundles bundles, String name, RevocationLists lists) {
    Connections connections = new Connections(bundles, name, lists);
    return (uri, method) -> connections.current().createRequest(uri, method);
  }

  private ClientHttpRequestFactory current() {
    Open now = open.get();
    if (now.edition() != lists.edition()) {
      open.compareAndSet(now, open());
    }
    return open.get().connections();
  }

  private Open open() {
    int edition = lists.edition();
    SslManagerBundle own = bundles.getBundle(name).getManagers();
    JdkClientHttpRequestFactory factory =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .sslContext(lists.outgoing(own.getKeyManagers(), own.getTrustManagers()))
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
    factory.setReadTimeout(READ);
    return new Open(edition, factory);
  }
}
