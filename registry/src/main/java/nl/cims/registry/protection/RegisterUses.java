// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where keys are used in the register's database, by the file `protection/uses.txt`.
@Component
class RegisterUses {

  private static final String FILE = "/protection/uses.txt";

  private final Protection protection;
  private final JdbcClient jdbc;

  RegisterUses(Protection protection, JdbcClient jdbc) {
    this.protection = protection;
    this.jdbc = jdbc;
  }

  List<KeyUse> all() {
    return text()
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(this::use)
        .toList();
  }

  private KeyUse use(String line) {
    String[] word = line.split("\\s+", -1);
    SealedCells.Column column = new SealedCells.Column(word[2], word[3], word[4]);
    return switch (word[0] + " " + word[5]) {
      case "seal renew" -> new SealedCells(protection, jdbc, word[1], column, true);
      case "seal keep" -> new SealedCells(protection, jdbc, word[1], column, false);
      case "index keep" -> new IndexedCells(word[1], column, Optional.empty());
      case "index of" ->
          new IndexedCells(
              word[1], column, Optional.of(source(word[1], column.table(), word[6], word[7])));
      default -> throw new IllegalStateException(FILE + " does not read: " + line);
    };
  }

  private IndexedCells.Source source(String index, String table, String keyset, String cell) {
    Sealing sealing = protection.sealing(keyset, table + "." + cell);
    return new IndexedCells.Source(jdbc, protection.index(index), cell, sealing::open);
  }

  private static String text() {
    try (InputStream file = RegisterUses.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("there is no " + FILE);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
