// SPDX-License-Identifier: EUPL-1.2
package nl.cims.revocation;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/// Trusts whom another trusts, but no server whose certificate the lists do not let pass. Of
/// clients it says nothing more: they are asked about at every request.
final class UnrevokedServers extends X509ExtendedTrustManager {

  private final X509ExtendedTrustManager trusted;
  private final RevocationLists lists;

  UnrevokedServers(X509ExtendedTrustManager trusted, RevocationLists lists) {
    this.trusted = trusted;
    this.lists = lists;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket)
      throws CertificateException {
    trusted.checkServerTrusted(chain, kind, socket);
    refuseRevoked(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
      throws CertificateException {
    trusted.checkServerTrusted(chain, kind, engine);
    refuseRevoked(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    trusted.checkServerTrusted(chain, kind);
    refuseRevoked(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket)
      throws CertificateException {
    trusted.checkClientTrusted(chain, kind, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
      throws CertificateException {
    trusted.checkClientTrusted(chain, kind, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    trusted.checkClientTrusted(chain, kind);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return trusted.getAcceptedIssuers();
  }

  private void refuseRevoked(X509Certificate[] chain) throws CertificateException {
    if (!lists.admits(chain[0])) {
      throw new CertificateException(
          "the server's certificate was taken back, or its authority cannot vouch for it now");
    }
  }
}
