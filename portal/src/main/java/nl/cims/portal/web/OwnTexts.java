// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.web;

import java.io.File;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.cims.pages.Language;
import nl.cims.pages.Wording;
import nl.cims.portal.PortalSettings;
import nl.cims.portal.PortalSettings.Organisation;
import nl.cims.portal.PortalSettings.Question;

/// The portal's texts, with those that an institute has put in their place.
final class OwnTexts {

  /// The texts that an institute may add: those of its own questions and abbreviations.
  private static final Pattern ADDED =
      Pattern.compile("questions\\.[A-Za-z]+(\\.answer)?|abbreviation\\.[A-Za-z]+");

  private OwnTexts() {}

  /// @throws IllegalStateException if a text has no use or is missing: the portal does not start
  static Wording wording(PortalSettings settings) {
    Organisation organisation = settings.organisation();
    Map<String, String> names =
        Map.of("organisation", organisation.name(), "product", organisation.product());
    Wording ours = Wording.of(names, "/nl/cims/portal/texts");
    Wording all = settings.own().map(folder -> replaced(ours, folder, names)).orElse(ours);
    Set<String> asked = new TreeSet<>();
    for (Question question : settings.questions()) {
      asked.add("questions." + question.id());
      asked.add("questions." + question.id() + ".answer");
    }
    asked.forEach(all::require);
    Set<String> added = new TreeSet<>();
    for (Language language : Language.values()) {
      added.addAll(all.in(language).keys());
    }
    added.removeAll(ours.in(Language.NL).keys());
    added.forEach(all::require);
    added.removeAll(asked);
    added.removeIf(key -> key.startsWith("abbreviation."));
    if (!added.isEmpty()) {
      throw new IllegalStateException("no question in the settings has these texts: " + added);
    }
    return all;
  }

  private static Wording replaced(Wording ours, File folder, Map<String, String> names) {
    if (!folder.isDirectory()) {
      throw new IllegalStateException("cims.portal.own is no folder: " + folder);
    }
    boolean texts =
        Stream.of(Language.values())
            .anyMatch(each -> new File(folder, "texts_" + each.code() + ".properties").exists());
    return texts ? ours.with(folder.toPath(), "texts", names, ADDED) : ours;
  }
}
