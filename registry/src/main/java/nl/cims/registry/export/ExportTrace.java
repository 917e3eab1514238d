// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.export;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.cims.registry.command.Command;
import nl.cims.registry.immunisation.CountedDoses.Dose;
import nl.cims.registry.protection.ErasableKey;
import org.springframework.stereotype.Component;

/// `export trace`: says from which export a file came that turned up somewhere, by the people in it
/// who do not exist. Lines that were left out, put in another order or mixed with others do not
/// matter, as long as one of these is among them.
@Component
class ExportTrace implements Command {

  private static final int FOUND_NONE = 1;
  private static final int ASKED_WRONGLY = 2;
  private static final Pattern PSEUDONYM = Pattern.compile("(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])");

  private final ExportStore store;
  private final Canaries canaries;

  ExportTrace(ExportStore store, Canaries canaries) {
    this.store = store;
    this.canaries = canaries;
  }

  @Override
  public String name() {
    return "export trace";
  }

  @Override
  public String usage() {
    return "export trace FILE           says from which export a file came that turned up somewhere";
  }

  @Override
  public int run(List<String> operands, PrintStream out) {
    if (operands.size() != 1) {
      out.println(usage());
      return ASKED_WRONGLY;
    }
    if (!Files.isReadable(Path.of(operands.getFirst()))) {
      out.println("There is no file %s that can be read.".formatted(operands.getFirst()));
      return ASKED_WRONGLY;
    }
    Map<String, UUID> known = known();
    Map<UUID, Set<String>> found = new HashMap<>();
    try (BufferedReader lines =
        Files.newBufferedReader(Path.of(operands.getFirst()), StandardCharsets.ISO_8859_1)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher pseudonyms = PSEUDONYM.matcher(line);
        while (pseudonyms.find()) {
          UUID export = known.get(pseudonyms.group());
          if (export != null) {
            found.computeIfAbsent(export, none -> new HashSet<>()).add(pseudonyms.group());
          }
        }
      }
    } catch (IOException unreadable) {
      out.println("The file cannot be read.");
      return ASKED_WRONGLY;
    }
    found.forEach((export, which) -> tell(export, which.size(), out));
    if (found.isEmpty()) {
      out.println(
          "Nobody in this file was made up for one of the %d exports."
              .formatted(known.values().stream().distinct().count()));
    }
    return found.isEmpty() ? FOUND_NONE : 0;
  }

  private void tell(UUID id, int found, PrintStream out) {
    Export export = store.find(id).orElseThrow();
    Export.Decision decision = export.decision().orElseThrow();
    out.println(
        "Export %s: %d of its %d made-up people are in this file."
            .formatted(id, found, canaries.of(id).size()));
    out.println(
        "  for %s, doses from %s to %s, fetched %d times"
            .formatted(
                export.wish().recipient(),
                export.wish().from(),
                export.wish().until(),
                export.fetched()));
    out.println(
        "  asked for by %s on %s, decided by %s on %s"
            .formatted(export.name(), export.at(), decision.name(), decision.at()));
  }

  /// The pseudonyms of everybody who was made up.
  private Map<String, UUID> known() {
    return store.keys().entrySet().stream()
        .flatMap(
            export ->
                canaries.of(export.getKey()).stream()
                    .map(
                        canary -> Map.entry(pseudonym(export.getValue(), canary), export.getKey())))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static String pseudonym(ErasableKey key, Dose canary) {
    return Extract.pseudonym(key, canary.link().orElseThrow());
  }
}
