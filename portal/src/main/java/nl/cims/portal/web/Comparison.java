// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.cims.contracts.citizen.AsSent;
import nl.cims.contracts.citizen.VaccinationView;
import nl.cims.pages.Texts;

/// What a party sent about a dose, beside what the register understands by it: one row for each
/// thing that was sent or understood.
///
/// @param rows in the order of a message
public record Comparison(List<Row> rows) {

  /// HL7's codes of body sites and routes that have a word in our texts.
  private static final Set<String> SITES = Set.of("LA", "RA", "LT", "RT", "LD", "RD");

  private static final Set<String> SYSTEMS =
      Set.of("EU_PRODUCT", "EU_TEMPORARY", "RIVM_KIND", "SNOMED");

  private static final Set<String> ROUTES = Set.of("IM", "SC", "ID", "PO", "NS");

  public Comparison {
    rows = List.copyOf(rows);
  }

  /// One thing.
  ///
  /// @param name the key of its name
  /// @param sent as sent; empty if it was not
  /// @param understood as understood; empty if nothing was made of it
  public record Row(String name, String sent, String understood) {}

  /// Of the report that leads.
  public static Comparison of(VaccinationView dose, Texts texts) {
    AsSent sent = dose.sent();
    String diseases = DossierTable.diseases(dose, texts.language());
    String vaccine = dose.name().in(texts.language().code());
    return new Comparison(
        rows(
            sent,
            texts,
            diseases.isEmpty() ? vaccine : vaccine + ": " + diseases,
            dose.date(),
            dose.manufacturer().orElse("")));
  }

  /// Of another party's report of the same dose.
  public static Comparison of(VaccinationView.OtherReport other, Texts texts) {
    return new Comparison(
        rows(
            other.sent(),
            texts,
            other.name().in(texts.language().code()),
            other.date(),
            other.sent().manufacturer()));
  }

  private static List<Row> rows(
      AsSent sent, Texts texts, String vaccine, String date, String maker) {
    return Stream.of(
            new Row("record.vaccine", vaccine(sent, texts), vaccine),
            new Row("record.date", sent.date(), texts.dates().partial(date)),
            new Row("record.batch", sent.batchNumber(), sent.batchNumber()),
            new Row("record.maker", sent.manufacturer(), maker),
            new Row("record.giver", giver(sent), sent.performer()),
            new Row("sent.country", sent.country(), country(sent, texts)),
            new Row("sent.dose", sent.dose(), sent.dose()),
            new Row("sent.site", sent.site(), word("site.", sent.site(), SITES, texts)),
            new Row("sent.route", sent.route(), word("route.", sent.route(), ROUTES, texts)),
            new Row("sent.quantity", sent.quantity(), sent.quantity()),
            new Row("sent.note", sent.note(), sent.note()))
        .filter(row -> !row.sent().isEmpty() || !row.understood().isEmpty())
        .toList();
  }

  /// A code that was sent without a name is not said twice.
  private static String vaccine(AsSent sent, Texts texts) {
    return Stream.concat(
            Stream.of(sent.vaccine())
                .filter(name -> sent.codes().stream().noneMatch(code -> code.value().equals(name))),
            sent.codes().stream().map(code -> system(code.system(), texts) + " " + code.value()))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static String system(String name, Texts texts) {
    return SYSTEMS.contains(name) ? texts.say("system." + name) : name;
  }

  private static String giver(AsSent sent) {
    return Stream.of(sent.performer(), sent.performerNumber())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static String country(AsSent sent, Texts texts) {
    return Optional.of(sent.country())
        .filter(code -> !code.isEmpty())
        .map(code -> DossierTable.country(code, texts.language()))
        .orElse("");
  }

  private static String word(String family, String code, Set<String> known, Texts texts) {
    return known.contains(code) ? texts.say(family + code) : code;
  }
}
