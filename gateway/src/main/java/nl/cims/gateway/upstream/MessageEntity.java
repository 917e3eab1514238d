// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.upstream;

import java.io.IOException;
import java.io.OutputStream;
import nl.cims.gateway.limit.MessageBody;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;

/// A message on its way to the registry. If it breaks off on the sender's side, the connection to
/// the registry is cut before the client library can end the body in an orderly way: half a message
/// must never look like a whole one.
final class MessageEntity extends HttpEntityWrapper {

  private final MessageBody body;
  private final Cancellable exchange;

  MessageEntity(MessageBody body, long length, Cancellable exchange) {
    super(new InputStreamEntity(body, length, null));
    this.body = body;
    this.exchange = exchange;
  }

  @Override
  public void writeTo(OutputStream registry) throws IOException {
    try {
      super.writeTo(registry);
    } finally {
      if (body.failure().isPresent()) {
        exchange.cancel();
      }
    }
  }
}
