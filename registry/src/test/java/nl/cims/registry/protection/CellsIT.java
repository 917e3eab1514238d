// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.cims.registry.RegistryProcess;
import org.junit.jupiter.api.Test;

/// A ciphertext opens in its own cell and nowhere else, and no pseudonym of one domain is one of
/// another. The columns are those of the running register, so that a new one is tried too.
class CellsIT {

  private static final byte[] SECRET = "Kanariepiet".getBytes(StandardCharsets.US_ASCII);

  /// What is no ciphertext and no keyed index: hashes that say nothing without what they hash.
  private static final Set<String> HASHES =
      Set.of(
          "accesslog.entry.leaf",
          "accesslog.tile.hashes",
          "accesslog.tile.root",
          "intake_coronit.taken.hash");

  private final RegistryProcess registry = RegistryProcess.running();
  private final Protection protection = registry.bean(Protection.class);
  private final List<KeyUse> uses = uses();
  private final Map<String, String> keysets = new HashMap<>();

  CellsIT() {
    uses.stream()
        .filter(SealedCells.class::isInstance)
        .forEach(use -> keysets.put(use.column(), use.keyset()));
  }

  @Test
  void opensInNoOtherColumnAndNoOtherRow() {
    Set<String> columns = new TreeSet<>(protection.sealedColumns());
    assertThat(columns).hasSizeGreaterThanOrEqualTo(14).containsAll(keysets.keySet());
    ErasableKey key = ErasableKey.fresh();
    UUID row = UUID.randomUUID();
    int tried = 0;
    for (String column : columns) {
      byte[] sealed = seal(column, key, row);
      assertThat(opens(column, key, row, sealed)).as(column).isTrue();
      assertThat(opens(column, key, UUID.randomUUID(), sealed)).as(column).isFalse();
      assertThat(opens(column, ErasableKey.fresh(), row, sealed))
          .as(column)
          .isEqualTo(keysets.containsKey(column));
      for (String other : columns) {
        if (!other.equals(column)) {
          assertThat(opens(other, key, row, sealed)).as(column + " in " + other).isFalse();
          tried++;
        }
      }
    }
    assertThat(tried).isEqualTo(columns.size() * (columns.size() - 1));
  }

  @Test
  void refusesEveryChangedByte() {
    Sealing sealing = protection.sealing("person", "person.person.bsn");
    UUID row = UUID.randomUUID();
    byte[] sealed = sealing.seal(row, SECRET);
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> sealing.open(row, changed)).isInstanceOf(CellDamaged.class);
    }
  }

  @Test
  void knowsWhatEveryColumnOfBytesIs() {
    Set<String> known = new HashSet<>(protection.sealedColumns());
    uses.forEach(use -> known.add(use.column()));
    known.addAll(HASHES);
    List<String> columns =
        registry
            .owner()
            .sql(
                """
                SELECT DISTINCT table_schema || '.' || table_name || '.' || column_name FROM information_schema.columns
                WHERE udt_name = 'bytea' AND table_schema NOT IN ('pg_catalog', 'information_schema', 'flyway')
                  AND table_name !~ '^entry_'
                """)
            .query(String.class)
            .list();
    assertThat(columns).hasSizeGreaterThanOrEqualTo(14).isSubsetOf(known);
  }

  @Test
  void givesPseudonymsThatDoNotJoin() {
    byte[] bsn = "999000019".getBytes(StandardCharsets.US_ASCII);
    Set<String> indexes = new HashSet<>();
    List<String> domains =
        protection.keysets().names().stream()
            .filter(name -> Purpose.of(protection.keysets().open(name)) == Purpose.INDEX)
            .toList();
    domains.forEach(
        domain ->
            protection.index(domain).all(bsn).stream()
                .map(HexFormat.of()::formatHex)
                .forEach(indexes::add));
    assertThat(domains).contains("person-lookup", "accesslog-lookup", "intake-lookup");
    int keys = domains.stream().mapToInt(it -> protection.keysets().open(it).size()).sum();
    assertThat(indexes).hasSize(keys);
  }

  private byte[] seal(String column, ErasableKey key, UUID row) {
    String keyset = keysets.get(column);
    return keyset == null
        ? protection.erasable(column).seal(key, row, SECRET)
        : protection.sealing(keyset, column).seal(row, SECRET);
  }

  private boolean opens(String column, ErasableKey key, UUID row, byte[] sealed) {
    try {
      String keyset = keysets.get(column);
      byte[] plain =
          keyset == null
              ? protection.erasable(column).open(key, row, sealed)
              : protection.sealing(keyset, column).open(row, sealed);
      return Arrays.equals(plain, SECRET);
    } catch (CellDamaged closed) {
      return false;
    }
  }

  private List<KeyUse> uses() {
    List<KeyUse> all = new ArrayList<>(registry.bean(RegisterUses.class).all());
    all.addAll(registry.beans(KeyUse.class));
    return all;
  }
}
