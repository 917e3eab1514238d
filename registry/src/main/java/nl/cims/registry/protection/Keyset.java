// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/// One keyset in use. What is used was compared with the file at most the time of renewal ago, so
/// that a rotation knows when every running process has learned of a key.
final class Keyset {

  private final Keysets keysets;
  private final String name;
  private final long renewal;
  private volatile Known known;

  Keyset(Keysets keysets, String name, Duration renewal) {
    this.keysets = keysets;
    this.name = name;
    this.renewal = renewal.toNanos();
    this.known = read();
  }

  KeysetHandle handle() {
    return current().handle;
  }

  <P> P primitive(Class<P> kind) {
    return both(kind, (handle, primitive) -> primitive);
  }

  /// Something made of the keyset and its primitive as they are at one moment.
  <P, T> T both(Class<P> kind, BiFunction<KeysetHandle, P, T> make) {
    Known now = current();
    return make.apply(
        now.handle,
        kind.cast(now.primitives.computeIfAbsent(kind, it -> primitive(now.handle, it))));
  }

  /// Looks at the file now.
  ///
  /// @return whether it had changed
  synchronized boolean renew() {
    String before = known.sealed;
    known = read();
    return !before.equals(known.sealed);
  }

  private Known current() {
    Known now = known;
    if (System.nanoTime() - now.checked > renewal) {
      renew();
      now = known;
    }
    return now;
  }

  private Known read() {
    long checked = System.nanoTime();
    String sealed = keysets.sealed(name);
    Known before = known;
    return before != null && sealed.equals(before.sealed)
        ? new Known(sealed, before.handle, before.primitives, checked)
        : new Known(sealed, keysets.open(name, sealed), new ConcurrentHashMap<>(), checked);
  }

  private <P> P primitive(KeysetHandle handle, Class<P> kind) {
    try {
      return handle.getPrimitive(RegistryConfiguration.get(), kind);
    } catch (GeneralSecurityException cause) {
      throw new KeysUnavailable("keyset " + name + " holds no keys of the right kind", cause);
    }
  }

  private record Known(
      String sealed, KeysetHandle handle, Map<Class<?>, Object> primitives, long checked) {}
}
