// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway;

import javax.net.ssl.SSLContext;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;

/// The gateway's own certificate and what it trusts, for every connection that it opens or takes
/// itself: always those that stand in the files now, so that a renewed certificate needs no
/// restart.
@Component
public final class OwnTls {

  private volatile SSLContext current;

  OwnTls(SslBundles bundles) {
    SslBundle bundle = bundles.getBundle(GatewayProperties.SSL_BUNDLE);
    this.current = bundle.createSslContext();
    bundles.addBundleUpdateHandler(
        GatewayProperties.SSL_BUNDLE, renewed -> current = renewed.createSslContext());
  }

  /// For the next connection; not to be kept.
  public SSLContext now() {
    return current;
  }
}
