// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.cims.contracts.citizen.AsSent;
import nl.cims.contracts.citizen.Localised;
import nl.cims.contracts.citizen.VaccinationView;
import nl.cims.pages.Texts;

/// What a party sent about a dose, code by code, beside what the register understands by it. Staff
/// see the codes as they are: they compare them with the message.
///
/// @param rows one for each thing that was sent or understood
public record SentRows(List<Row> rows) {

  public SentRows {
    rows = List.copyOf(rows);
  }

  /// One thing.
  ///
  /// @param name the key of its name
  /// @param sent as sent; empty if it was not
  /// @param understood as understood; empty if nothing was made of it
  public record Row(String name, String sent, String understood) {}

  /// Of the report that leads.
  public static SentRows of(VaccinationView dose, Texts texts) {
    String language = texts.language().code();
    String diseases =
        dose.diseases().stream()
            .map((Localised disease) -> disease.in(language))
            .collect(Collectors.joining(", "));
    return rows(
        dose.sent(),
        joined(": ", dose.name().in(language), diseases),
        texts.dates().partial(dose.date()),
        dose.manufacturer().orElse(""));
  }

  /// Of another party's report of the same dose.
  public static SentRows of(VaccinationView.OtherReport other, Texts texts) {
    return rows(
        other.sent(),
        other.name().in(texts.language().code()),
        texts.dates().partial(other.date()),
        other.sent().manufacturer());
  }

  private static SentRows rows(AsSent sent, String vaccine, String date, String maker) {
    String codes =
        sent.codes().stream()
            .map(code -> code.system() + " " + code.value())
            .collect(Collectors.joining("; "));
    return new SentRows(
        Stream.of(
                new Row("dose.vaccine", joined("; ", sent.vaccine(), codes), vaccine),
                new Row("dose.date", sent.date(), date),
                new Row("dose.batch", sent.batchNumber(), sent.batchNumber()),
                new Row("dose.maker", sent.manufacturer(), maker),
                new Row(
                    "dose.giver",
                    joined("; ", sent.performer(), sent.performerNumber()),
                    sent.performer()),
                new Row("dose.country", sent.country(), sent.country()),
                new Row("dose.number", sent.dose(), sent.dose()),
                new Row("dose.site", sent.site(), sent.site()),
                new Row("dose.route", sent.route(), sent.route()),
                new Row("dose.quantity", sent.quantity(), sent.quantity()),
                new Row("dose.note", sent.note(), sent.note()))
            .filter(row -> !row.sent().isEmpty() || !row.understood().isEmpty())
            .toList());
  }

  private static String joined(String between, String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
  }
}
