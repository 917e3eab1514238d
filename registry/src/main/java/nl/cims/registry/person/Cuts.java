// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.person;

import java.util.List;
import java.util.UUID;
import nl.cims.registry.keyring.Destruction;
import nl.cims.registry.keyring.Keyring;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Cuts people off from their vaccinations, for good: these go on counting and lead to nobody. The
/// person stays known, so that what is reported about him later is not tied to him again.
///
/// What was destroyed stays so, whatever is restored: the register follows the keyring before it
/// opens, and opens with no keyring older than it has seen.
@Service
public class Cuts implements SmartInitializingSingleton {

  private static final String FOLLOWED = "SELECT generation FROM person.followed FOR UPDATE";

  private static final String FOLLOW = "UPDATE person.followed SET generation = ?";

  private static final String EMPTY = "UPDATE person.person SET details = NULL WHERE id = ANY (?)";

  private final JdbcClient jdbc;
  private final Keyring keyring;
  private final TransactionTemplate transaction;

  Cuts(JdbcClient jdbc, Keyring keyring, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.keyring = keyring;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Cuts this person off. It cannot be undone; a second time changes nothing.
  public Destruction cut(PersonId person) {
    Destruction destruction = keyring.destroy(person.value());
    follow();
    return destruction;
  }

  /// Before anything is asked of the register.
  ///
  /// @throws nl.cims.registry.keyring.KeyringTooOld if it must not open with this keyring
  @Override
  public void afterSingletonsInstantiated() {
    follow();
  }

  private void follow() {
    transaction.executeWithoutResult(
        status -> {
          long seen = jdbc.sql(FOLLOWED).query(Long.class).single();
          List<Destruction> later = keyring.destroyedSince(seen);
          if (!later.isEmpty()) {
            jdbc.sql(EMPTY)
                .param(later.stream().map(Destruction::id).toArray(UUID[]::new))
                .update();
            jdbc.sql(FOLLOW).param(later.getLast().generation()).update();
          }
        });
  }
}
