// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.cims.gateway.GatewayProperties;
import nl.cims.gateway.GatewayProperties.Limits;
import nl.cims.gateway.GatewayProperties.Rate;
import org.springframework.stereotype.Component;

/// Token buckets, in this process only: requests per client, and refused tokens per certificate.
/// There are as many as there are clients and certificates, and both are ours to hand out.
@Component
public final class RateLimits {

  private final Limits limits;
  private final Map<String, Bucket> requests = new ConcurrentHashMap<>();
  private final Map<String, Bucket> refusals = new ConcurrentHashMap<>();

  RateLimits(GatewayProperties properties) {
    this.limits = properties.limits();
  }

  /// Takes one request from what this client may ask.
  ///
  /// @return how long he has to wait if that was too much, else zero
  public Duration takeRequest(String clientId) {
    Bucket bucket = requests.get(clientId);
    if (bucket == null) {
      bucket = requests.computeIfAbsent(clientId, id -> bucket(limits.of(id)));
    }
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Duration.ZERO
        : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
  }

  /// Whether this certificate has shown too many refused tokens to look at another one now.
  public boolean mayShowToken(String thumbprint) {
    Bucket bucket = refusals.get(thumbprint);
    return bucket == null || bucket.getAvailableTokens() > 0;
  }

  /// Notes that a token was refused that came with this certificate.
  public void countRefusal(String thumbprint) {
    int perSecond = limits.refusalsPerSecond();
    refusals
        .computeIfAbsent(thumbprint, ignored -> bucket(new Rate(perSecond, 10 * perSecond)))
        .tryConsume(1);
  }

  private static Bucket bucket(Rate rate) {
    return Bucket.builder()
        .addLimit(
            limit ->
                limit
                    .capacity(rate.burst())
                    .refillGreedy(rate.requestsPerSecond(), Duration.ofSeconds(1)))
        .build();
  }
}
