// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway;

import javax.net.ssl.SSLContext;
import nl.cims.revocation.RevocationLists;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslManagerBundle;
import org.springframework.stereotype.Component;

/// The gateway's own certificate and what it trusts, for every connection that it opens or takes
/// itself: always those that stand in the files now, so that a renewed certificate needs no
/// restart.
@Component
public final class OwnTls {

  private final RevocationLists lists;
  private volatile SslBundle bundle;
  private volatile SSLContext current;

  OwnTls(SslBundles bundles, RevocationLists lists) {
    this.lists = lists;
    this.bundle = bundles.getBundle(GatewayProperties.SSL_BUNDLE);
    this.current = bundle.createSslContext();
    bundles.addBundleUpdateHandler(
        GatewayProperties.SSL_BUNDLE,
        renewed -> {
          bundle = renewed;
          current = renewed.createSslContext();
        });
  }

  /// For the next connection; not to be kept. What was taken back, whoever uses it asks himself.
  public SSLContext now() {
    return current;
  }

  /// For one call to a server whose certificate was not taken back. It knows no session that could
  /// be resumed, so that the server shows its certificate.
  public SSLContext forOneCall() {
    SslManagerBundle managers = bundle.getManagers();
    return lists.outgoing(managers.getKeyManagers(), managers.getTrustManagers());
  }
}
