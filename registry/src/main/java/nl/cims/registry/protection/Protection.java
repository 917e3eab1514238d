// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Hands every module its own keys. Each domain has a keyset of its own, so that what one opens
/// another cannot, and pseudonyms of two domains do not join. Keys that a rotation adds are taken
/// up while the process runs.
@Component
public class Protection {

  private final KeyEncryption keyEncryption;
  private final Keysets keysets;
  private final ProtectionSettings settings;
  private final Map<String, Keyset> known = new ConcurrentHashMap<>();
  private final Set<String> sealed = ConcurrentHashMap.newKeySet();

  Protection(ProtectionSettings settings) {
    this.settings = settings;
    this.keyEncryption = settings.keyEncryption();
    this.keysets = new Keysets(settings.keysets(), keyEncryption);
  }

  /// Where the key-encryption key is kept. A register for people's data is not started with
  /// [KeyCustody#DEMO_FILE].
  public KeyCustody custody() {
    return keyEncryption.custody();
  }

  /// Sealing for one column.
  ///
  /// @param domain name of the keyset
  /// @param column `schema.table.column`, to which the ciphertexts are bound
  public Sealing sealing(String domain, String column) {
    return new Sealing(keyset(domain, Purpose.SEAL), place(column));
  }

  /// The same for a column of words.
  ///
  /// @param domain name of the keyset
  /// @param column `schema.table.column`, to which the ciphertexts are bound
  public SealedText text(String domain, String column) {
    return new SealedText(sealing(domain, column));
  }

  /// Sealing for one column of which each cell hangs on the key of a person or a file.
  ///
  /// @param column `schema.table.column`, to which the ciphertexts are bound
  public ErasableSealing erasable(String column) {
    return new ErasableSealing(place(column));
  }

  /// The keyed index of one domain.
  ///
  /// @param domain name of the keyset
  public KeyedIndex index(String domain) {
    return new KeyedIndex(keyset(domain, Purpose.INDEX));
  }

  /// Signing in one domain.
  ///
  /// @param domain name of the keyset
  public Signing signing(String domain) {
    return new Signing(keyset(domain, Purpose.SIGN));
  }

  /// Whether any keyset opens this cell, for who has to prove that none does.
  public boolean opens(String column, UUID row, byte[] cell) {
    return keysets.names().stream()
        .filter(name -> Purpose.of(keysets.open(name)) == Purpose.SEAL)
        .anyMatch(name -> opens(sealing(name, column), row, cell));
  }

  private static boolean opens(Sealing sealing, UUID row, byte[] cell) {
    try {
      sealing.open(row, cell);
      return true;
    } catch (CellDamaged closed) {
      return false;
    }
  }

  /// Signing of notes in one domain.
  ///
  /// @param domain name of the keyset
  public NoteSigning noteSigning(String domain) {
    return new NoteSigning(keyset(domain, Purpose.NOTE));
  }

  /// Every column for which a sealing was asked, as `schema.table.column`.
  public Set<String> sealedColumns() {
    return Set.copyOf(sealed);
  }

  KeyEncryption keyEncryption() {
    return keyEncryption;
  }

  Keysets keysets() {
    return keysets;
  }

  ProtectionSettings settings() {
    return settings;
  }

  private Place place(String column) {
    sealed.add(column);
    return new Place(column);
  }

  private Keyset keyset(String domain, Purpose purpose) {
    return known.computeIfAbsent(
        domain,
        name -> {
          keysets.provide(name, purpose.parameters());
          return new Keyset(keysets, name, settings.renewal());
        });
  }
}
