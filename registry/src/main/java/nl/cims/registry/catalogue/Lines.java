// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What stands in the data files, before anything of it is believed.
///
/// @param vaccines one per file
record Lines(
    DiseaseFile diseases, MakerFile makers, ProgrammeFile programmes, List<VaccineFile> vaccines) {

  Stream<VaccineLine> products() {
    return vaccines.stream().flatMap(file -> file.products().stream());
  }

  /// Every file says of which day it is, and whose statements it holds.
  record DiseaseFile(String version, String source, List<DiseaseLine> diseases) {}

  record DiseaseLine(String id, String nl, String en, String snomed) {}

  record MakerFile(String version, String source, List<MakerLine> makers) {}

  record MakerLine(String id, String name, List<String> codes) {}

  record ProgrammeFile(String version, String source, List<ProgrammeLine> programmes) {}

  record ProgrammeLine(String id, String nl, String en) {}

  /// @param sources the sources of its codes, by the short names that the codes use
  record VaccineFile(String version, Map<String, String> sources, List<VaccineLine> products) {}

  /// @param programme the id of the one under which it is given
  /// @param kinds the kinds directly above it
  /// @param from the first day on which it can have been given; ever, if absent
  record VaccineLine(
      String id,
      String nl,
      String en,
      List<String> diseases,
      String programme,
      @Nullable List<String> kinds,
      @Nullable String maker,
      @Nullable LocalDate from,
      List<CodeLine> codes) {

    List<String> directKinds() {
      return Objects.requireNonNullElse(kinds, List.of());
    }
  }

  /// @param code system and code, such as `HPK:2924528`
  record CodeLine(
      String code,
      String source,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable Boolean deprecated) {

    Validity validity() {
      return Validity.of(from, until);
    }
  }
}
