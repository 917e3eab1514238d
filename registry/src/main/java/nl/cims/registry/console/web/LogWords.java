// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.cims.contracts.citizen.AccessLogView.Outcome;
import nl.cims.pages.Texts;
import nl.cims.registry.access.Permission;
import nl.cims.registry.accesslog.LogEntry;
import nl.cims.registry.dossier.Errand;
import nl.cims.registry.dossier.Look;

/// What a line of the access log says in codes, in the reader's language. A code that the register
/// does not know is shown as it stands.
public final class LogWords {

  private LogWords() {}

  /// What a line says beside its purpose: for what the data were needed, for which case, and if it
  /// was refused, what the caller was not allowed.
  public static List<String> why(LogEntry entry, Texts texts) {
    Stream<String> refused =
        entry.act().outcome() == Outcome.REFUSED
            ? Stream.of(texts.say("log.refused", "what", rule(entry.grounds().rule(), texts)))
            : Stream.empty();
    return Stream.concat(errand(entry.grounds().careRelation(), texts), refused)
        .filter(each -> !each.isEmpty())
        .toList();
  }

  private static Stream<String> errand(String careRelation, Texts texts) {
    return Errand.logged(careRelation)
        .map(errand -> Stream.of(texts.say(errand.occasion()), errand.reference()))
        .orElse(Stream.of(careRelation));
  }

  private static String rule(String rule, Texts texts) {
    if (rule.equals(Look.TOO_WEAK)) {
      return texts.say("log.refused.level");
    }
    Optional<Permission> permission =
        Arrays.stream(Permission.values()).filter(it -> it.name().equals(rule)).findFirst();
    return permission.map(texts::say).orElse(rule);
  }
}
