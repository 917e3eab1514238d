// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.cims.contracts.citizen.DossierView;
import nl.cims.contracts.citizen.Localised;
import nl.cims.contracts.citizen.Programme;
import nl.cims.contracts.citizen.VaccinationView;
import nl.cims.pages.Language;

/// A dossier in the form in which its page shows it.
///
/// @param dossier as the register gave it
public record DossierTable(DossierView dossier) {

  /// The programmes of which there is a vaccination.
  public List<Programme> programmes() {
    return Arrays.stream(Programme.values()).filter(programme -> count(programme) > 0).toList();
  }

  /// How many vaccinations there are of this programme.
  public long count(Programme programme) {
    return dossier.vaccinations().stream()
        .filter(vaccination -> vaccination.programme() == programme)
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
