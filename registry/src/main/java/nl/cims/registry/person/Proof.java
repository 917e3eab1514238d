// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.person;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import nl.cims.registry.keyring.Keyring;
import nl.cims.registry.protection.ErasableSealing;
import nl.cims.registry.protection.KeyedIndex;
import nl.cims.registry.protection.Protection;
import nl.cims.vocabulary.Bsn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tries every key that is left on what a database holds of a person. That it can find something is
/// shown beside it, on others whose keys are there.
@Component
class Proof {

  private static final String COLUMN = "person.person.details";

  private static final String FIND =
      "SELECT id, bsn_index, details FROM person.person WHERE bsn_index = ANY (?)";

  private static final String OTHERS =
      "SELECT id, bsn_index, details FROM person.person WHERE id <> ? AND details IS NOT NULL ORDER BY id LIMIT 20";

  private final Keyring keyring;
  private final Protection protection;
  private final KeyedIndex index;
  private final ErasableSealing descriptions;

  Proof(Keyring keyring, Protection protection) {
    this.keyring = keyring;
    this.protection = protection;
    this.index = protection.index("person-lookup");
    this.descriptions = protection.erasable(COLUMN);
  }

  /// Looks at one database.
  ///
  /// @param where what it is called
  /// @param say is told what was found, a line at a time
  /// @return whether his key was destroyed and nothing that is left opens anything of him
  boolean of(Bsn bsn, JdbcClient database, String where, Consumer<String> say) {
    Optional<Row> row =
        database
            .sql(FIND)
            .param(
                index.all(bsn.reveal().getBytes(StandardCharsets.US_ASCII)).toArray(byte[][]::new))
            .query((at, number) -> Row.of(at))
            .optional();
    if (row.isEmpty()) {
      say.accept(where + ": does not know him");
      return true;
    }
    boolean destroyed = keyring.destructionOf(row.get().id()).isPresent();
    boolean opens = row.get().cell() != null && isOpenedByAnything(row.get());
    List<Row> others =
        database.sql(OTHERS).param(row.get().id()).query((at, number) -> Row.of(at)).list();
    long open = others.stream().filter(other -> keyOf(other).isPresent()).count();
    say.accept(
        "%s: his key is %s; %s; of %d others %d open, each by his own key"
            .formatted(
                where,
                destroyed ? "destroyed" : "NOT destroyed",
                row.get().cell() == null
                    ? "it holds nothing under it"
                    : opens
                        ? "what it holds under it OPENS"
                        : "no key that is left opens what it holds",
                others.size(),
                open));
    return destroyed && !opens;
  }

  private boolean isOpenedByAnything(Row row) {
    return protection.opens(COLUMN, row.id(), row.sealed())
        || keyring.whoseKey(key -> descriptions.opens(key, row.id(), row.sealed())).isPresent();
  }

  private Optional<UUID> keyOf(Row row) {
    return keyring
        .whoseKey(key -> descriptions.opens(key, row.id(), row.sealed()))
        .filter(row.id()::equals);
  }
}
