// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.access;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import nl.cims.gateway.OwnTls;

/// Reads what the broker publishes for machines, over mutual TLS, unless its certificate was taken
/// back.
final class BackChannel {

  private static final int TIMEOUT_MILLIS = 2_000;

  private BackChannel() {}

  /// @param mostBytes more than this is not read
  static ResourceRetriever reader(OwnTls tls, int mostBytes) {
    return address ->
        new DefaultResourceRetriever(
                TIMEOUT_MILLIS,
                TIMEOUT_MILLIS,
                mostBytes,
                false,
                tls.forOneCall().getSocketFactory())
            .retrieveResource(address);
  }
}
