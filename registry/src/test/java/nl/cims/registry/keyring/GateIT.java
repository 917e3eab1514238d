// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.cims.registry.RegistryProcess;
import nl.cims.registry.protection.ErasableKey;
import nl.cims.registry.protection.Protection;
import nl.cims.testkit.postgres.Database;
import nl.cims.testkit.postgres.TestPostgres;
import nl.cims.vocabulary.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An old copy of the keyring brings nobody back.
class GateIT {

  private final UUID gone = UUID.randomUUID();
  private final UUID stays = UUID.randomUUID();
  private final ErasableKey hers = ErasableKey.fresh();
  private final Map<UUID, ErasableKey> two = Map.of(gone, ErasableKey.fresh(), stays, hers);
  private final List<KeyringDatabase> opened = new ArrayList<>();

  @TempDir Path home;

  @AfterEach
  void close() {
    opened.forEach(KeyringDatabase::close);
  }

  @Test
  void whatTheWitnessSawIsDestroyedAgainBeforeAnythingOpens() {
    Keyring newest = keyring(home.resolve("witness"));
    newest.open(List.of(), two);
    Destruction destruction = newest.destroy(gone);
    assertThat(newest.destroy(gone)).isEqualTo(destruction);

    Keyring copy = keyring(home.resolve("witness"));
    copy.open(List.of(), two);
    assertThat(copy.open(List.of(gone)).get(gone)).isPresent();
    assertThat(copy.destroyedSince(0)).containsExactly(destruction);
    assertThat(copy.open(List.of(gone, stays)))
        .containsEntry(gone, Optional.empty())
        .containsEntry(stays, Optional.of(hers));
    assertThat(copy.destroyedSince(destruction.generation())).isEmpty();
  }

  @Test
  void aKeyringOlderThanTheRegisterHasSeenIsNotOpened() {
    Keyring newest = keyring(home.resolve("witness"));
    newest.open(List.of(), two);
    long seen = newest.destroy(gone).generation();

    Keyring copyWithoutWitness = keyring(home.resolve("other-witness"));
    copyWithoutWitness.open(List.of(), two);
    assertThatThrownBy(() -> copyWithoutWitness.destroyedSince(seen))
        .isInstanceOf(KeyringTooOld.class)
        .hasMessageContaining("newest copy");
  }

  @Test
  void aLostWitnessIsWrittenAnewFromTheKeyring() throws Exception {
    Path file = home.resolve("witness");
    Keyring keyring = keyring(file);
    keyring.open(List.of(), two);
    keyring.destroy(gone);
    String before = Files.readString(file);
    Files.delete(file);
    keyring.destroyedSince(0);
    assertThat(file).hasContent(before);
    Files.writeString(file, "2 " + stays, StandardOpenOption.APPEND);
    assertThat(keyring.destroyedSince(0)).hasSize(1);
    assertThat(keyring.open(List.of(stays)).get(stays)).isPresent();
  }

  @Test
  void aDestructionBrokenOffAfterTheWitnessIsFinished() {
    Path file = home.resolve("witness");
    Keyring keyring = keyring(file);
    keyring.open(List.of(), two);
    new Witness(file).write(new Destruction(1, gone, Instant.EPOCH));
    assertThat(keyring.destroyedSince(0)).extracting(Destruction::id).containsExactly(gone);
    assertThat(keyring.open(List.of(gone)).get(gone)).isEmpty();
  }

  @Test
  void nobodyWithoutAKeyIsOpenedAndNobodyDestroyedGetsANewOne() {
    Keyring keyring = keyring(home.resolve("witness"));
    keyring.open(List.of(), two);
    assertThatThrownBy(() -> keyring.open(List.of(UUID.randomUUID())))
        .isInstanceOf(KeyMissing.class);
    keyring.destroy(gone);
    assertThatThrownBy(() -> keyring.open(List.of(), Map.of(gone, ErasableKey.fresh())))
        .rootCause()
        .hasMessageContaining("stays destroyed");
  }

  private Keyring keyring(Path witness) {
    Database database = TestPostgres.fresh("keyring");
    KeyringSettings settings =
        new KeyringSettings(
            database.url(),
            "registry_keyring",
            new Secret(database.appPassword()),
            database.migrateUser(),
            new Secret(database.migratePassword()),
            witness);
    KeyringDatabase opens = new KeyringDatabase(settings);
    opened.add(opens);
    opens.migrate();
    Protection protection = RegistryProcess.running().bean(Protection.class);
    return new Keyring(opens, settings, protection, Clock.systemUTC());
  }
}
