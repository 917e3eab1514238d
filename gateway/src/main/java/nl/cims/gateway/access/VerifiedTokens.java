// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// Tokens that were found good a moment ago, by their digest: the tokens themselves are not kept.
final class VerifiedTokens {

  private static final Duration TRUSTED_FOR = Duration.ofSeconds(30);
  private static final int MOST = 20_000;

  private final Cache<String, Entry> entries =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(TRUSTED_FOR).build();

  private record Entry(AccessToken token, Instant until) {}

  Optional<AccessToken> find(String token, Instant now) {
    Entry entry = entries.getIfPresent(digest(token));
    return entry != null && now.isBefore(entry.until) ? Optional.of(entry.token) : Optional.empty();
  }

  void keep(String token, AccessToken good, Instant now) {
    Instant trusted = now.plus(TRUSTED_FOR);
    Instant until = good.expiresAt().isBefore(trusted) ? good.expiresAt() : trusted;
    entries.put(digest(token), new Entry(good, until));
  }

  private static String digest(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
