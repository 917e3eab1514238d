// SPDX-License-Identifier: EUPL-1.2
package nl.cims.revocation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The revocation lists (RFC 5280, section 5) of the authorities that a door trusts. They are asked
/// at every request, not in the handshake: a connection, and a TLS session that is resumed, can
/// outlive the certificate that opened it.
///
/// A file that changes is read again when somebody asks, at most once per interval. A list that
/// cannot be read, that nobody trusted has signed, or that is older than the one at hand, changes
/// nothing but the log: the one at hand holds until the day on which it should have been renewed.
public final class RevocationLists {

  private static final Logger LOG = LoggerFactory.getLogger(RevocationLists.class);

  private final RevocationSettings settings;
  private final List<X509Certificate> authorities;
  private final Clock clock;
  private final Map<Path, ListFile> lists = new ConcurrentHashMap<>();
  private final AtomicReference<Instant> nextLook;
  private final AtomicInteger edition = new AtomicInteger();

  private RevocationLists(
      RevocationSettings settings, List<X509Certificate> authorities, Clock clock) {
    this.settings = settings;
    this.authorities = authorities;
    this.clock = clock;
    this.nextLook = new AtomicReference<>(clock.instant().plus(settings.interval()));
  }

  /// Reads the lists for the first time.
  ///
  /// @param trusted holds the certificates of the authorities
  /// @throws IllegalStateException if a list cannot be read or nobody trusted has signed it
  public static RevocationLists of(RevocationSettings settings, KeyStore trusted, Clock clock) {
    RevocationLists lists = new RevocationLists(settings, authorities(trusted), clock);
    for (Path file : settings.lists()) {
      try {
        lists.lists.put(file, ListFile.read(file, lists.authorities));
      } catch (IOException | GeneralSecurityException unusable) {
        throw new IllegalStateException(
            "the revocation list %s cannot be used: %s".formatted(file, unusable.getMessage()),
            unusable);
      }
    }
    return lists;
  }

  /// What the lists say of this certificate now. Whether it is trusted and not expired, TLS has
  /// found out before.
  public Standing of(X509Certificate certificate) {
    Instant now = clock.instant();
    renew(now);
    Standing standing = Standing.UNKNOWN;
    for (ListFile list : lists.values()) {
      if (list.isOf(certificate)) {
        if (list.crl().isRevoked(certificate)) {
          return Standing.REVOKED;
        }
        if (list.isInForceAt(now)) {
          standing = Standing.GOOD;
        }
      }
    }
    return standing;
  }

  /// Whether whoever shows this certificate may come in now.
  public boolean admits(X509Certificate certificate) {
    return switch (of(certificate)) {
      case GOOD -> true;
      case REVOKED -> false;
      case UNKNOWN -> settings.whenUnknown() == WhenUnknown.WARN;
    };
  }

  /// Goes up whenever a list has changed: for whoever keeps connections that an earlier one let
  /// pass.
  public int edition() {
    renew(clock.instant());
    return edition.get();
  }

  /// Makes sure that whoever is at the other end of a connection of ours may still be there.
  ///
  /// @throws SSLPeerUnverifiedException if not
  public void require(SSLSession session) throws SSLPeerUnverifiedException {
    if (!(session.getPeerCertificates()[0] instanceof X509Certificate server) || !admits(server)) {
      throw new SSLPeerUnverifiedException(
          "the server's certificate was taken back, or its authority cannot vouch for it now");
    }
  }

  /// For calls of our own, with the certificate of `own`, to servers that `trusted` trusts and
  /// whose certificate these lists let pass. They are asked in a full handshake only: a context
  /// that is kept resumes sessions, and a connection that is kept has no further handshake (see
  /// [#require], [#edition]). A new context knows no session.
  ///
  /// @throws IllegalStateException if no TLS can be spoken with these
  public SSLContext outgoing(KeyManager[] own, TrustManager... trusted) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(own, refusingServers(trusted), null);
      return context;
    } catch (GeneralSecurityException unusable) {
      throw new IllegalStateException("our own certificate cannot be used", unusable);
    }
  }

  TrustManager[] refusingServers(TrustManager... trusted) {
    return Arrays.stream(trusted)
        .map(
            each ->
                each instanceof X509ExtendedTrustManager known
                    ? new UnrevokedServers(known, this)
                    : each)
        .toArray(TrustManager[]::new);
  }

  private void renew(Instant now) {
    Instant due = nextLook.get();
    if (now.isBefore(due) || !nextLook.compareAndSet(due, now.plus(settings.interval()))) {
      return;
    }
    for (Path file : settings.lists()) {
      ListFile known = lists.get(file);
      if (known != null) {
        lists.put(file, renewed(file, known));
      }
    }
    warnOfLateOnes(now);
  }

  private ListFile renewed(Path file, ListFile known) {
    try {
      if (Files.getLastModifiedTime(file).equals(known.changed())) {
        return known;
      }
      ListFile found = ListFile.read(file, authorities);
      if (found.isOlderThan(known)) {
        LOG.warn("the revocation list {} is older than the one at hand and is passed over", file);
        return new ListFile(known.crl(), found.changed());
      }
      LOG.info("the revocation list {} was read again", file);
      edition.incrementAndGet();
      return found;
    } catch (IOException | GeneralSecurityException unusable) {
      LOG.warn("the revocation list {} cannot be used: {}", file, unusable.getMessage());
      return known;
    }
  }

  private void warnOfLateOnes(Instant now) {
    lists.forEach(
        (file, list) -> {
          if (!list.isInForceAt(now)) {
            LOG.warn(
                "the revocation list {} should have been renewed; certificates of its authority"
                    + " are {}",
                file,
                settings.whenUnknown() == WhenUnknown.WARN ? "let in unseen" : "refused");
          }
        });
  }

  private static List<X509Certificate> authorities(KeyStore trusted) {
    try {
      List<X509Certificate> authorities = new ArrayList<>();
      for (String alias : Collections.list(trusted.aliases())) {
        if (trusted.getCertificate(alias) instanceof X509Certificate authority) {
          authorities.add(authority);
        }
      }
      return List.copyOf(authorities);
    } catch (KeyStoreException unusable) {
      throw new IllegalStateException("the trusted authorities cannot be read", unusable);
    }
  }
}
