// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.keyring;

import java.util.Optional;
import nl.cims.registry.protection.ErasableKey;
import nl.cims.registry.protection.IndexedCells;
import nl.cims.registry.protection.KeyUse;
import nl.cims.registry.protection.Protection;
import nl.cims.registry.protection.SealedCells;
import nl.cims.registry.protection.Sealing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where keys are used in the keyring's database, for rotations.
@Configuration(proxyBeanMethods = false)
class KeyringUses {

  private static final String TABLE = "keyring.key";
  private static final String ROW = "id";
  private static final String SEALED = "sealed";

  @Bean
  KeyUse keyringKeys(KeyringDatabase database, Protection protection) {
    return new SealedCells(
        protection, database.jdbc(), "keyring", new SealedCells.Column(TABLE, ROW, SEALED), true);
  }

  @Bean
  KeyUse keyringLookup(KeyringDatabase database, Protection protection) {
    Sealing keys = protection.sealing("keyring", TABLE + "." + SEALED);
    return new IndexedCells(
        "keyring-lookup",
        new SealedCells.Column(TABLE, ROW, "lookup"),
        Optional.of(
            new IndexedCells.Source(
                database.jdbc(),
                protection.index("keyring-lookup"),
                SEALED,
                (id, cell) -> Keyring.bytes(ErasableKey.of(keys.open(id, cell)).link()))));
  }
}
