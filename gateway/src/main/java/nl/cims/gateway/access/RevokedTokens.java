// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.access;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import nl.cims.gateway.GatewayProperties;
import nl.cims.gateway.OwnTls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The tokens that the broker took back before they ended: read every few seconds. While the broker
/// does not answer, the last list holds, and the log and the health say so (`docs/adr/0021`).
@Component
class RevokedTokens implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(RevokedTokens.class);
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private final GatewayProperties.RevokedTokens settings;
  private final ResourceRetriever broker;
  private final URL address;
  private final Clock clock;
  private final Thread reading = Thread.ofVirtual().name("revoked").unstarted(this::readForEver);
  private volatile Set<String> ids = Set.of();
  private volatile Instant lastRead;
  private volatile boolean running;

  RevokedTokens(GatewayProperties properties, OwnTls tls, Clock clock) {
    this.settings = properties.revokedTokens();
    this.broker = BackChannel.reader(tls, MOST_BYTES);
    this.clock = clock;
    this.lastRead = clock.instant();
    try {
      this.address = settings.uri().toURL();
    } catch (MalformedURLException wrong) {
      throw new IllegalStateException("cims.gateway.revoked-tokens.uri is no URL", wrong);
    }
  }

  /// Whether the token with this `jti` was taken back.
  boolean contain(String id) {
    return ids.contains(id);
  }

  /// For how long the list could not be read.
  Duration age() {
    return Duration.between(lastRead, clock.instant());
  }

  /// Whether that is too long.
  boolean isLate() {
    return age().compareTo(settings.late()) > 0;
  }

  private void readForEver() {
    while (running) {
      read();
      LockSupport.parkNanos(settings.interval().toNanos());
    }
  }

  private void read() {
    try {
      ids = ids(broker.retrieveResource(address).getContent());
      lastRead = clock.instant();
    } catch (IOException | ParseException | RuntimeException failed) {
      if (isLate()) {
        LOG.warn(
            "the list of revoked tokens is {} s old, the last one holds: {}",
            age().toSeconds(),
            failed.getClass().getSimpleName());
      }
    }
  }

  /// `{"revoked":[{"jti":"…","exp":123}]}`; the broker leaves out what has ended by itself.
  private static Set<String> ids(String document) throws ParseException {
    Map<String, Object>[] entries =
        JSONObjectUtils.getJSONObjectArray(JSONObjectUtils.parse(document), "revoked");
    if (entries == null) {
      throw new ParseException("no member revoked", 0);
    }
    Set<String> ids = new HashSet<>();
    for (Map<String, Object> entry : entries) {
      ids.add(JSONObjectUtils.getString(entry, "jti"));
    }
    return Set.copyOf(ids);
  }

  @Override
  public void start() {
    running = true;
    reading.start();
  }

  @Override
  public void stop() {
    running = false;
    LockSupport.unpark(reading);
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
