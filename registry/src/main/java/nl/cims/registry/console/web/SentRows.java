// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.cims.contracts.citizen.AsSent;
import nl.cims.contracts.citizen.Localised;
import nl.cims.contracts.citizen.VaccinationView;
import nl.cims.contracts.citizen.VaccinationView.OtherReport;
import nl.cims.pages.Texts;

/// What each party sent about a dose, code by code, beside what the register understands by it.
/// Staff see the codes as they are: they compare them with the messages.
///
/// @param sources who sent, the one whose report leads first
/// @param rows one for each thing that was sent or understood
public record SentRows(List<String> sources, List<Row> rows) {

  public SentRows {
    sources = List.copyOf(sources);
    rows = List.copyOf(rows);
  }

  /// One thing.
  ///
  /// @param name the key of its name
  /// @param sent by each of the sources; empty where it was not
  /// @param understood what the dossier says, and then each source whose report alone would say
  ///   otherwise; empty if nothing was made of it
  public record Row(String name, List<String> sent, List<String> understood) {

    public Row {
      sent = List.copyOf(sent);
      understood = understood.stream().filter(each -> !each.isEmpty()).toList();
    }

    private boolean saysSomething() {
      return !understood.isEmpty() || sent.stream().anyMatch(each -> !each.isEmpty());
    }
  }

  /// Of this dose, with all its reports.
  public static SentRows of(VaccinationView dose, Texts texts) {
    return new Comparison(dose, texts).rows();
  }

  private record Comparison(VaccinationView dose, Texts texts) {

    SentRows rows() {
      List<String> sources =
          Stream.concat(
                  Stream.of(dose.reportedBy()), dose.others().stream().map(OtherReport::reportedBy))
              .toList();
      return new SentRows(
          sources,
          Stream.of(
                  row("dose.vaccine", Comparison::vaccine, vaccine()),
                  row("dose.date", AsSent::date, date()),
                  row("dose.batch", AsSent::batchNumber),
                  row("dose.maker", AsSent::manufacturer, dose.manufacturer().stream().toList()),
                  row("dose.giver", Comparison::giver, List.of(dose.sent().performer())),
                  row("dose.country", AsSent::country),
                  row("dose.number", AsSent::dose),
                  row("dose.site", AsSent::site),
                  row("dose.route", AsSent::route),
                  row("dose.quantity", AsSent::quantity),
                  row("dose.note", AsSent::note))
              .filter(Row::saysSomething)
              .toList());
    }

    /// What is taken over as the leading report says it.
    private Row row(String name, Function<AsSent, String> part) {
      return row(name, part, List.of(part.apply(dose.sent())));
    }

    private Row row(String name, Function<AsSent, String> part, List<String> understood) {
      Stream<AsSent> all =
          Stream.concat(Stream.of(dose.sent()), dose.others().stream().map(OtherReport::sent));
      return new Row(name, all.map(part).toList(), understood);
    }

    private static String vaccine(AsSent sent) {
      String codes =
          sent.codes().stream()
              .map(code -> code.system() + " " + code.value())
              .collect(Collectors.joining("; "));
      return joined("; ", sent.vaccine(), codes);
    }

    private static String giver(AsSent sent) {
      return joined("; ", sent.performer(), sent.performerNumber());
    }

    private List<String> vaccine() {
      String language = texts.language().code();
      String name = dose.name().in(language);
      String diseases =
          dose.diseases().stream()
              .map((Localised disease) -> disease.in(language))
              .collect(Collectors.joining(", "));
      return Stream.concat(
              Stream.of(joined(": ", name, diseases)),
              otherwise(name, report -> report.name().in(language)))
          .toList();
    }

    private List<String> date() {
      String date = texts.dates().partial(dose.date());
      return Stream.concat(
              Stream.of(date), otherwise(date, report -> texts.dates().partial(report.date())))
          .toList();
    }

    private Stream<String> otherwise(String leading, Function<OtherReport, String> reading) {
      return dose.others().stream()
          .filter(report -> !reading.apply(report).equals(leading))
          .map(
              report ->
                  texts.say(
                      "sent.otherwise",
                      "source",
                      report.reportedBy(),
                      "what",
                      reading.apply(report)));
    }

    private static String joined(String between, String... parts) {
      return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
    }
  }
}
