// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  /// The vaccinations against the same diseases, newest first.
  ///
  /// @param diseases what they protect against, in words; empty if the register does not know
  /// @param vaccinations at least one
  public record Group(String diseases, List<VaccinationView> vaccinations) {

    public Group {
      vaccinations = List.copyOf(vaccinations);
    }
  }

  /// All vaccinations by what they protect against, the group with the newest one first. What
  /// protects against nothing that the register knows comes last.
  public List<Group> groups(Language language) {
    Map<String, List<VaccinationView>> byDiseases = new LinkedHashMap<>();
    for (VaccinationView vaccination : dossier.vaccinations()) {
      byDiseases
          .computeIfAbsent(diseases(vaccination, language), none -> new java.util.ArrayList<>())
          .add(vaccination);
    }
    List<VaccinationView> unknown = byDiseases.remove("");
    List<Group> groups =
        new java.util.ArrayList<>(
            byDiseases.entrySet().stream()
                .map(entry -> new Group(entry.getKey(), entry.getValue()))
                .toList());
    if (unknown != null) {
      groups.add(new Group("", unknown));
    }
    return groups;
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

  /// The number of a programme among the sections, from 1: by this the styles tell them apart.
  public int number(Programme programme) {
    return sections.indexOf(programme) + 1;
  }

  /// How many vaccinations there are of this programme.
  public long count(Programme programme) {
    return dossier.vaccinations().stream()
        .filter(vaccination -> section(vaccination).equals(programme))
        .count();
  }

  /// What a vaccination protects against, in words that begin with a capital; empty if that is not
  /// known.
  public static String diseases(VaccinationView vaccination, Language language) {
    String all =
        String.join(
            ", ",
            vaccination.diseases().stream()
                .map((Localised disease) -> disease.in(language.code()))
                .toList());
    return capitalised(all, language);
  }

  /// A text with its first letter large.
  public static String capitalised(String text, Language language) {
    int first = text.isEmpty() ? 0 : text.offsetByCodePoints(0, 1);
    return text.substring(0, first).toUpperCase(language.locale()) + text.substring(first);
  }

  /// The country in which it was given, if that is known and not the Netherlands.
  public static Optional<String> abroad(VaccinationView vaccination, Language language) {
    return abroad(vaccination.country().orElse(""), language);
  }

  /// The name of a country, if there is one and it is not the Netherlands.
  ///
  /// @param country as sent
  public static Optional<String> abroad(String country, Language language) {
    return Optional.of(country)
        .filter(code -> !code.isEmpty())
        .filter(code -> !code.equalsIgnoreCase("NL"))
        .map(code -> country(code, language));
  }

  /// The name of a country; what was sent if it is no code of a country.
  static String country(String code, Language language) {
    return code.matches("[A-Za-z]{2}")
        ? Locale.of("", code.toUpperCase(Locale.ROOT)).getDisplayCountry(language.locale())
        : code;
  }
}
