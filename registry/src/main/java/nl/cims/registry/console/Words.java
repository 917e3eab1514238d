// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.cims.registry.protection.Protection;
import nl.cims.registry.protection.SealedText;
import org.springframework.stereotype.Component;

/// What staff write in their own words, and their names, as ciphertext: somebody's illness may
/// stand in it.
@Component
@WithConsole
class Words {

  private static final List<String> COLUMNS =
      List.of(
          Emergencies.NAME,
          Emergencies.REASON,
          Emergencies.JUDGE_NAME,
          Emergencies.JUDGE_REASON,
          WaitingReports.NAME,
          WaitingReports.TEXT);

  private final Map<String, SealedText> columns;

  Words(Protection protection) {
    this.columns =
        COLUMNS.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Function.identity(), column -> protection.text("console", column)));
  }

  byte[] seal(String column, UUID row, String text) {
    return column(column).seal(row, text);
  }

  String open(String column, UUID row, byte[] sealed) {
    return column(column).open(row, sealed);
  }

  private SealedText column(String column) {
    return Objects.requireNonNull(columns.get(column), column);
  }
}
