// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.mllp;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import nl.cims.gateway.GatewayProperties;
import nl.cims.gateway.trace.RequestTrace;
import nl.cims.gateway.trace.SafeHeaders;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Passes a message on to the registry, over the connections of the gateway, with the certificate
/// of whoever sent it, and brings the acknowledgement back. There is always one.
final class Passage {

  /// How long a sender is asked to wait.
  static final int WAIT_SECONDS = 5;

  private static final Logger LOG = LoggerFactory.getLogger(Passage.class);
  private static final String HL7 = "application/hl7-v2";
  private static final String PATH = "/hl7v2/mllp";
  private static final int MOST_ANSWER = 1024 * 1024;

  private final CloseableHttpClient client;
  private final HttpHost registry;
  private final URI address;
  private final Clock clock;

  Passage(CloseableHttpClient client, GatewayProperties properties, Clock clock) {
    this.client = client;
    this.registry = HttpHost.create(properties.registry());
    this.address = properties.registry().resolve(PATH);
    this.clock = clock;
  }

  /// @param status of the registry's answer; 503 if there was none
  record Answer(int status, byte[] acknowledgement) {}

  Answer pass(byte[] message, Client sender, RequestTrace trace) {
    HttpPost request = new HttpPost(address);
    request.setEntity(new ByteArrayEntity(message, ContentType.create(HL7)));
    request.setHeader("Client-Cert", sender.header());
    request.setHeader(SafeHeaders.REQUEST_ID, trace.id());
    request.setHeader("traceparent", trace.traceparent());
    try (ClassicHttpResponse response = client.executeOpen(registry, request, null)) {
      return answer(response, message, trace);
    } catch (IOException away) {
      LOG.warn("the registry cannot be reached: {}", away.getClass().getSimpleName());
      return new Answer(503, write(OwnAnswer.tryAgain(WAIT_SECONDS), message, trace));
    }
  }

  /// An answer of the gateway itself.
  byte[] write(OwnAnswer answer, byte[] message, RequestTrace trace) {
    return answer.bytes(message, clock.instant(), trace.id().substring(0, 20));
  }

  private Answer answer(ClassicHttpResponse response, byte[] message, RequestTrace trace)
      throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity != null && String.valueOf(entity.getContentType()).startsWith(HL7)) {
      try (InputStream content = entity.getContent()) {
        return new Answer(response.getCode(), content.readNBytes(MOST_ANSWER));
      }
    }
    LOG.warn("the registry gives no acknowledgement: status {}", response.getCode());
    OwnAnswer own =
        response.getCode() == 503 ? OwnAnswer.tryAgain(WAIT_SECONDS) : OwnAnswer.failed();
    return new Answer(response.getCode(), write(own, message, trace));
  }
}
