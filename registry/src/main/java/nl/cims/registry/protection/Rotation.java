// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Changes keys while the register runs, in steps of which each is safe to be the last for a while:
/// a new key is added, becomes primary when every process knows it, what can be is brought under
/// it, and the old one is destroyed when it is asked for and nothing needs it. How far it is stands
/// in the keyset itself, so that who is broken off is simply called again.
@Component
class Rotation {

  /// What the key-encryption key is called.
  static final String KEK = "kek";

  private final Protection protection;
  private final Keysets keysets;
  private final List<KeyUse> uses;

  Rotation(Protection protection, RegisterUses register, ObjectProvider<KeyUse> others) {
    this.protection = protection;
    this.keysets = protection.keysets();
    this.uses = new ArrayList<>(register.all());
    others.orderedStream().forEach(uses::add);
  }

  /// Is told what was done, a line at a time.
  interface Progress {
    void tell(String line);
  }

  /// Everything that can be rotated.
  List<String> names() {
    List<String> names = new ArrayList<>(List.of(KEK));
    names.addAll(keysets.names());
    return names;
  }

  /// Brings a keyset under a new key, or finishes what was broken off.
  void rotate(String name, Progress progress) {
    if (name.equals(KEK)) {
      rotateKeyEncryption(progress);
      return;
    }
    KeysetHandle now = keysets.open(name);
    boolean pending = !newest(now).isPrimary();
    if (!pending && now.size() > 1 && renew(name, progress) > 0) {
      progress.tell(name + ": an earlier rotation was broken off and is finished now");
      return;
    }
    if (!pending) {
      keysets.change(name, Rotation::withOneMore);
      progress.tell(name + ": a key was added");
    }
    await(name, progress);
    keysets.change(name, Rotation::withNewestPrimary);
    progress.tell(name + ": the new key is primary");
    await(name, progress);
    renew(name, progress);
    progress.tell(name + ": done" + remark(name));
  }

  /// Destroys the older keys of a keyset, if nothing needs them.
  ///
  /// @return whether it did
  boolean retire(String name, Progress progress) {
    try {
      return name.equals(KEK) ? retireKeyEncryption(progress) : retireKeys(name, progress);
    } catch (GeneralSecurityException | IOException cause) {
      throw new KeysUnavailable("old keys of " + name + " could not be destroyed", cause);
    }
  }

  /// Says which keys there are and how many cells are under each.
  void status(Progress progress) {
    progress.tell(
        "%s: %d, in %s"
            .formatted(KEK, keyEncryptionKeys(), protection.custody().name().replace('_', ' ')));
    for (String name : keysets.names()) {
      KeysetHandle keyset = keysets.open(name);
      Map<Integer, Long> cells = cells(name);
      for (int i = 0; i < keyset.size(); i++) {
        KeysetHandle.Entry key = keyset.getAt(i);
        progress.tell(
            "%-16s %-5s %08x %s %s"
                .formatted(
                    name,
                    Purpose.of(keyset),
                    key.getId(),
                    key.isPrimary() ? "primary" : i == keyset.size() - 1 ? "next" : "older",
                    Purpose.of(keyset) == Purpose.SEAL
                        ? cells.getOrDefault(key.getId(), 0L) + " cells"
                        : ""));
      }
    }
  }

  private void rotateKeyEncryption(Progress progress) {
    try {
      boolean pending = keysets.names().stream().anyMatch(name -> !keysets.isUnderNewest(name));
      if (!pending) {
        protection.keyEncryption().add();
        progress.tell(KEK + ": a key was added");
      }
      for (String name : keysets.names()) {
        if (!keysets.isUnderNewest(name)) {
          keysets.rewrap(name);
          progress.tell(KEK + ": keyset " + name + " is under it");
        }
      }
      progress.tell(KEK + ": done; copies of the keysets made before need the older key");
    } catch (GeneralSecurityException | IOException cause) {
      throw new KeysUnavailable("the key-encryption key could not be changed", cause);
    }
  }

  private boolean retireKeyEncryption(Progress progress)
      throws GeneralSecurityException, IOException {
    if (keysets.names().stream().anyMatch(name -> !keysets.isUnderNewest(name))) {
      progress.tell(KEK + ": some keysets need the older key; rotate it first");
      return false;
    }
    protection.keyEncryption().removeOlder();
    progress.tell(KEK + ": the older ones are destroyed");
    return true;
  }

  private boolean retireKeys(String name, Progress progress) {
    KeysetHandle now = keysets.open(name);
    if (Purpose.of(now) == Purpose.SIGN || Purpose.of(now) == Purpose.NOTE) {
      progress.tell(name + ": old keys stay, so that what they signed can be checked");
      return false;
    }
    if (!newest(now).isPrimary() || renew(name, progress) > 0) {
      progress.tell(name + ": a rotation is not finished; call it first");
      return false;
    }
    List<String> keep =
        uses(name).stream().filter(use -> isNeeded(use, now)).map(KeyUse::column).toList();
    if (!keep.isEmpty()) {
      progress.tell(name + ": old keys stay for reading " + String.join(", ", keep));
      return false;
    }
    keysets.change(name, Rotation::withoutOlder);
    progress.tell(name + ": the older keys are destroyed; backups from before do not open here");
    return true;
  }

  private static boolean isNeeded(KeyUse use, KeysetHandle keyset) {
    return use instanceof IndexedCells
        ? !use.isRenewable()
        : use.cells().keySet().stream().anyMatch(key -> key != keyset.getPrimary().getId());
  }

  private long renew(String name, Progress progress) {
    long renewed = 0;
    for (KeyUse use : uses(name)) {
      if (use.isRenewable()) {
        renewed +=
            use.renew(done -> progress.tell("%s: %d of %s".formatted(name, done, use.column())));
      }
    }
    return renewed;
  }

  private String remark(String name) {
    List<String> kept =
        uses(name).stream().filter(use -> !use.isRenewable()).map(KeyUse::column).toList();
    return kept.isEmpty() ? "" : "; the old key stays for reading " + String.join(", ", kept);
  }

  private Map<Integer, Long> cells(String name) {
    Map<Integer, Long> cells = new TreeMap<>();
    uses(name)
        .forEach(use -> use.cells().forEach((key, count) -> cells.merge(key, count, Long::sum)));
    return cells;
  }

  private List<KeyUse> uses(String name) {
    return uses.stream().filter(use -> use.keyset().equals(name)).toList();
  }

  private int keyEncryptionKeys() {
    try {
      return protection.keyEncryption().keys().size();
    } catch (GeneralSecurityException | IOException cause) {
      throw new KeysUnavailable("the key-encryption key could not be read", cause);
    }
  }

  /// Until every running process has looked at the keyset again, and what it began before is over.
  private void await(String name, Progress progress) {
    Duration pause = protection.settings().pause();
    progress.tell(name + ": waiting %d ms until every process knows".formatted(pause.toMillis()));
    try {
      if (new CountDownLatch(1).await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new IllegalStateException("nobody counts down");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new KeysUnavailable("the rotation was broken off", interrupted);
    }
  }

  private static KeysetHandle.Entry newest(KeysetHandle keyset) {
    return keyset.getAt(keyset.size() - 1);
  }

  private static KeysetHandle.Builder withOneMore(KeysetHandle now)
      throws GeneralSecurityException {
    return KeysetHandle.newBuilder(now)
        .addEntry(
            KeysetHandle.generateEntryFromParameters(Purpose.of(now).parameters()).withRandomId());
  }

  private static KeysetHandle.Builder withNewestPrimary(KeysetHandle now) {
    KeysetHandle.Builder builder = KeysetHandle.newBuilder(now);
    builder.getAt(builder.size() - 1).makePrimary();
    return builder;
  }

  private static KeysetHandle.Builder withoutOlder(KeysetHandle now) {
    KeysetHandle.Builder builder = KeysetHandle.newBuilder(now);
    IntStream.iterate(now.size() - 2, i -> i >= 0, i -> i - 1).forEach(builder::deleteAt);
    return builder;
  }
}
