// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.upstream;

import java.io.IOException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import nl.cims.revocation.RevocationLists;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/// Sends a request only if the certificate at the other end was not taken back. Asked at every
/// request, since a pooled connection can outlive the certificate that opened it.
final class TrueRegistry extends HttpRequestExecutor {

  private final RevocationLists lists;

  TrueRegistry(RevocationLists lists) {
    this.lists = lists;
  }

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request,
      HttpClientConnection connection,
      @Nullable HttpResponseInformationCallback information,
      HttpContext context)
      throws IOException, HttpException {
    SSLSession session = connection.getSSLSession();
    if (session == null) {
      throw new SSLPeerUnverifiedException("the registry is reached over TLS only");
    }
    lists.require(session);
    return super.execute(request, connection, information, context);
  }
}
