// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.cims.registry.immunisation.AgeCohort;
import nl.cims.vocabulary.BatchNumber;
import nl.cims.vocabulary.PartialDate;
import nl.cims.vocabulary.VaccineCode;

/// One vaccination as a channel understood it from a message: translated, not yet believed.
///
/// @param identifier by which the source knows this vaccination, the same in every later message
///   about it
/// @param intention what the message asks for
/// @param person who got it; empty if the source sends it without a person
/// @param sharing whether the person agreed to share it with the register
/// @param vaccine which vaccine, in every coding that was sent
/// @param occurredOn when it was given
/// @param batch the batch as sent
/// @param administration how, where and by whom it was given
/// @param stated when the source made this statement, if it says so; of two corrections the one
///   stated later holds, in whatever order they arrive. Without it the time of arrival counts
/// @param content canonical bytes of everything the source said about this vaccination, independent
///   of white space, serialisation (JSON or XML) and of what else travelled in the same message;
///   two messages say the same if and only if these are equal
public record ReportedVaccination(
    SourceIdentifier identifier,
    Intention intention,
    Optional<ReportedPerson> person,
    Sharing sharing,
    Vaccine vaccine,
    PartialDate occurredOn,
    Optional<BatchNumber> batch,
    Administration administration,
    Optional<Instant> stated,
    byte[] content) {

  /// The same without anything that could lead to the person: what may be kept of it without
  /// consent.
  ReportedVaccination anonymous() {
    return new ReportedVaccination(
        new SourceIdentifier("", ""),
        intention,
        Optional.empty(),
        Sharing.REFUSED,
        new Vaccine(vaccine.codes(), ""),
        occurredOn,
        batch,
        administration.anonymous(),
        stated,
        content);
  }

  /// The same as if the person had not agreed to share it.
  ReportedVaccination withheld() {
    return sharing == Sharing.REFUSED
        ? this
        : new ReportedVaccination(
            identifier,
            intention,
            person,
            Sharing.REFUSED,
            vaccine,
            occurredOn,
            batch,
            administration,
            stated,
            content);
  }

  /// The five years of age in which the person was, if his birth date was sent.
  Optional<AgeCohort> ageCohort() {
    return person
        .flatMap(ReportedPerson::birthDate)
        .flatMap(birth -> AgeCohort.at(occurredOn, birth));
  }

  /// What the message asks for. In this order one goes before the other, whichever came first.
  public enum Intention {
    RECORD,
    CORRECT,
    WITHDRAW
  }

  /// Whether the person agreed to share the vaccination with the register under his name.
  public enum Sharing {
    AGREED,
    REFUSED
  }

  /// How a source names a vaccination: a naming system and a value that is unique within it.
  ///
  /// @param system naming system, empty if the channel has none
  /// @param value 1 to 200 characters
  public record SourceIdentifier(String system, String value) {
    @Override
    public String toString() {
      return "SourceIdentifier[hidden]";
    }
  }

  /// The vaccine as sent.
  ///
  /// @param codes every coding in a system that the register knows; may be empty
  /// @param text how the source calls it; may be empty
  public record Vaccine(List<VaccineCode> codes, String text) {
    public Vaccine {
      codes = List.copyOf(codes);
    }
  }

  /// How, where and by whom the dose was given; empty strings stand for what was not sent.
  ///
  /// @param manufacturer the maker's name
  /// @param performer the name of the organisation or professional
  /// @param performerNumber URA or AGB of the performer as `URA:12345678` or `AGB:12345678`
  /// @param country ISO 3166 alpha-2 code
  /// @param dose place in the series, such as `2` or `2/3`
  /// @param site body site code or text
  /// @param route route code or text
  /// @param quantity amount with unit, such as `0.5 mL`
  /// @param note free text
  public record Administration(
      String manufacturer,
      String performer,
      String performerNumber,
      String country,
      String dose,
      String site,
      String route,
      String quantity,
      String note) {

    /// Nothing that was written by hand.
    Administration anonymous() {
      return new Administration(manufacturer, "", performerNumber, country, dose, "", "", "", "");
    }

    @Override
    public String toString() {
      return "Administration[hidden]";
    }
  }

  @Override
  public String toString() {
    return "ReportedVaccination[hidden]";
  }
}
