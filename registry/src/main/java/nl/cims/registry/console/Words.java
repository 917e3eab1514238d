// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nl.cims.registry.protection.Protection;
import nl.cims.registry.protection.Sealing;
import org.springframework.stereotype.Component;

/// What staff write in their own words, and their names, as ciphertext: somebody's illness may
/// stand in it.
@Component
@WithConsole
class Words {

  private final Map<String, Sealing> columns = new ConcurrentHashMap<>();
  private final Protection protection;

  Words(Protection protection) {
    this.protection = protection;
  }

  byte[] seal(String column, UUID row, String text) {
    return column(column).seal(row, text.getBytes(StandardCharsets.UTF_8));
  }

  String open(String column, UUID row, byte[] sealed) {
    return new String(column(column).open(row, sealed), StandardCharsets.UTF_8);
  }

  private Sealing column(String column) {
    return columns.computeIfAbsent(column, it -> protection.sealing("console", it));
  }
}
