// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
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
  private final Map<String, Steps> requests = new ConcurrentHashMap<>();
  private final Map<String, Bucket> refusals = new ConcurrentHashMap<>();

  RateLimits(GatewayProperties properties) {
    this.limits = properties.limits();
  }

  /// Takes one request from what this client may ask.
  ///
  /// @return how long he has to wait and why if that was too much
  public Optional<TooMany> takeRequest(String clientId, ClientKind kind) {
    Steps steps = requests.get(clientId);
    if (steps == null) {
      steps = requests.computeIfAbsent(clientId, id -> Steps.of(limits.of(id, kind)));
    }
    return steps.take();
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
        .computeIfAbsent(
            thumbprint, ignored -> step(10L * perSecond, perSecond, Duration.ofSeconds(1)))
        .tryConsume(1);
  }

  /// The buckets of one client, the narrowest in time first. One that is refused further on has
  /// taken from the earlier ones too: who asks too much does not get more by asking.
  private record Steps(Map<TooMany.Step, Bucket> buckets) {

    static Steps of(Rate rate) {
      Map<TooMany.Step, Bucket> buckets = new EnumMap<>(TooMany.Step.class);
      buckets.put(TooMany.Step.SECOND, step(rate.burst(), rate.perSecond(), Duration.ofSeconds(1)));
      if (rate.perMinute() != null) {
        int most = rate.perMinute();
        buckets.put(TooMany.Step.MINUTE, step(most, most, Duration.ofMinutes(1)));
      }
      if (rate.perDay() != null) {
        int most = rate.perDay();
        buckets.put(TooMany.Step.DAY, step(most, most, Duration.ofDays(1)));
      }
      return new Steps(buckets);
    }

    Optional<TooMany> take() {
      for (Map.Entry<TooMany.Step, Bucket> each : buckets.entrySet()) {
        ConsumptionProbe probe = each.getValue().tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
          return Optional.of(
              new TooMany(
                  each.getKey(), Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()))));
        }
      }
      return Optional.empty();
    }
  }

  private static Bucket step(long most, long refill, Duration every) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(most).refillGreedy(refill, every))
        .build();
  }
}
