// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.people;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import nl.cims.testkit.people.Dose.Sharing;
import nl.cims.vocabulary.BatchNumber;
import nl.cims.vocabulary.PartialDate;

/// Collects the doses of one person; nothing is given after the day on which the synthetic world
/// stands still.
final class Histories {

  private final Person person;
  private final RandomGenerator random;
  private final List<Report> reports = new ArrayList<>();

  Histories(Person person, RandomGenerator random) {
    this.person = person;
    this.random = random;
  }

  /// The day on which the synthetic world stands still.
  static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

  List<Report> reports() {
    return List.copyOf(reports);
  }

  Histories add(Report.Kind kind, Dose dose) {
    reports.add(new Report(kind, person, dose));
    return this;
  }

  Histories given(Source source, Product product, LocalDate on, int number) {
    return on.isAfter(TODAY) ? this : add(Report.Kind.RECORD, dose(source, product, on, number));
  }

  Dose dose(Source source, Product product, LocalDate on, int number) {
    return new Dose(
        source,
        identifier(source, product, number),
        product,
        PartialDate.of(on),
        Optional.of(batch(product, on)),
        number,
        Sharing.AGREED);
  }

  /// Everything so far, with this said about sharing.
  List<Report> shared(Sharing sharing) {
    return reports.stream()
        .map(report -> new Report(report.kind(), person, report.dose().sharing(sharing)))
        .toList();
  }

  /// Up to this many days later than due.
  LocalDate about(LocalDate due, int days) {
    return due.plusDays(random.nextInt(days + 1));
  }

  /// Batches are used for about two months, by everybody.
  private static BatchNumber batch(Product product, LocalDate on) {
    int number = (on.getYear() * 6 + on.getMonthValue() / 2) * 7919 % 9000 + 1000;
    return new BatchNumber(product.batchPrefix() + number);
  }

  private String identifier(Source source, Product product, int number) {
    String name =
        String.join(
            "|", source.id(), person.bsn().reveal(), product.name(), Integer.toString(number));
    return UUID.nameUUIDFromBytes((name + "|" + random.nextLong()).getBytes(StandardCharsets.UTF_8))
        .toString()
        .toLowerCase(Locale.ROOT);
  }
}
