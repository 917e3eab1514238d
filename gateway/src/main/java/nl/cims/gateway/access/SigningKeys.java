// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.access;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import nl.cims.gateway.OwnTls;

/// The broker's public keys: fetched over mutual TLS when first needed, kept for five minutes, used
/// for half a day longer while the broker is away, and asked for again at most every five seconds
/// when a token names an unknown key.
final class SigningKeys {

  private static final int MOST_BYTES = 64 * 1024;
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
  private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(5);
  private static final Duration KEPT_IN_AN_OUTAGE = Duration.ofHours(12);

  private SigningKeys() {}

  /// Keys from this address; nothing is fetched yet.
  static JWKSource<SecurityContext> at(URI address, OwnTls tls) {
    try {
      return JWKSourceBuilder.create(address.toURL(), BackChannel.reader(tls, MOST_BYTES))
          .cache(KEPT.toMillis(), LONGEST_WAIT.toMillis())
          .rateLimited(BETWEEN_FETCHES.toMillis())
          .outageTolerant(KEPT_IN_AN_OUTAGE.toMillis())
          .build();
    } catch (MalformedURLException wrong) {
      throw new IllegalStateException("cims.gateway.jwks-uri is no URL", wrong);
    }
  }
}
