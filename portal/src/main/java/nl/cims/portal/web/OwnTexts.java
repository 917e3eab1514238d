// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.web;

import java.io.File;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
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
    Wording all =
        settings
            .own()
            .map(File::toPath)
            .filter(
                folder ->
                    Files.exists(folder.resolve("texts_nl.properties"))
                        || Files.exists(folder.resolve("texts_en.properties")))
            .map(folder -> ours.with(folder, "texts", names, ADDED))
            .orElse(ours);
    for (Question question : settings.questions()) {
      all.require("questions." + question.id());
      all.require("questions." + question.id() + ".answer");
    }
    return all;
  }
}
