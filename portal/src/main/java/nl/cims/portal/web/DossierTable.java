// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.cims.contracts.citizen.DossierView;
import nl.cims.contracts.citizen.Localised;
import nl.cims.contracts.citizen.VaccinationView;
import nl.cims.pages.Language;
import nl.cims.portal.PortalSettings.Programme;

/// A dossier in the form in which its page shows it.
///
/// @param dossier as the register gave it
/// @param sections all programmes that the portal shows
public record DossierTable(DossierView dossier, List<Programme> sections) {

  public DossierTable {
    sections = List.copyOf(sections);
  }

  /// The programmes of which there is a vaccination.
  public List<Programme> programmes() {
    return sections.stream().filter(programme -> count(programme) > 0).toList();
  }

  /// Under which programme a vaccination stands: the last one if the portal does not show its own.
  public Programme section(VaccinationView vaccination) {
    return sections.stream()
        .filter(section -> section.id().equals(vaccination.programme()))
        .findFirst()
        .orElseGet(sections::getLast);
  }

  /// How many vaccinations there are of this programme.
  public long count(Programme programme) {
    return dossier.vaccinations().stream()
        .filter(vaccination -> section(vaccination).equals(programme))
        .count();
  }

  /// What a vaccination protects against, in words; empty if that is not known.
  public Optional<String> diseases(VaccinationView vaccination, Language language) {
    return vaccination.diseases().isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.join(
                ", ",
                vaccination.diseases().stream()
                    .map((Localised disease) -> disease.in(language.code()))
                    .toList()));
  }

  /// The country in which it was given, if that is known and not the Netherlands.
  public Optional<String> abroad(VaccinationView vaccination, Language language) {
    return vaccination
        .country()
        .filter(code -> !code.equalsIgnoreCase("NL"))
        .map(code -> country(code, language));
  }

  private static String country(String code, Language language) {
    return code.matches("[A-Za-z]{2}")
        ? Locale.of("", code.toUpperCase(Locale.ROOT)).getDisplayCountry(language.locale())
        : code;
  }
}
