// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import nl.cims.testkit.messages.FhirMessages;
import nl.cims.testkit.people.Dose;
import nl.cims.testkit.people.Person;
import nl.cims.testkit.people.Product;
import nl.cims.testkit.people.Report;
import nl.cims.testkit.people.Source;
import nl.cims.vocabulary.BatchNumber;
import nl.cims.vocabulary.Bsn;
import nl.cims.vocabulary.PartialDate;
import nl.cims.vocabulary.PersonName;
import nl.cims.vocabulary.Sex;

/// Messages about doses that nobody got, to invented people, in turns; never the same one twice, in
/// this run or another. Text in them is ASCII.
final class InventedDoses {

  /// How many are in a bundle.
  static final int IN_A_BUNDLE = 100;

  private static final int PEOPLE = 1_000;
  private static final int FIRST_NUMBER = 99_980_000;
  private static final String PLACE = "benchmark-dose-identifier";

  private final String run = "bench-" + UUID.randomUUID() + "-";
  private final AtomicLong count = new AtomicLong();
  private final List<String> templates;

  private InventedDoses(List<String> templates) {
    this.templates = templates;
  }

  /// Each in a FHIR message.
  static InventedDoses messages(Source party) {
    return new InventedDoses(
        people(PEOPLE).stream()
            .map(bsn -> FhirMessages.single(report(party, bsn, PLACE)).body())
            .toList());
  }

  /// Each in an HL7 v2 message.
  static InventedDoses hl7(Source party) {
    return new InventedDoses(people(PEOPLE).stream().map(bsn -> vxu(party, bsn)).toList());
  }

  /// A hundred of them in each FHIR transaction.
  static InventedDoses bundles(Source party) {
    List<Bsn> people = people(PEOPLE);
    List<String> templates = new ArrayList<>();
    for (int from = 0; from < PEOPLE; from += IN_A_BUNDLE) {
      List<Report> reports = new ArrayList<>();
      for (int i = 0; i < IN_A_BUNDLE; i++) {
        reports.add(report(party, people.get(from + i), PLACE + "-" + i));
      }
      templates.add(FhirMessages.bundle(FhirMessages.BundleType.TRANSACTION, reports).body());
    }
    return new InventedDoses(templates);
  }

  /// The next message.
  String next() {
    long number = count.getAndIncrement();
    return templates.get((int) (number % templates.size())).replace(PLACE, run + number);
  }

  private static String vxu(Source party, Bsn bsn) {
    return """
    MSH|^~\\&|BENCH|%1$s|CIMS|RIVM|20261012101500+0200||VXU^V04^VXU_V04|%2$s|P|2.5.1||||||UNICODE UTF-8
    PID|1||%3$s^^^NLMINBIZA^NNNLD||Mark^Bench||19800203|U
    ORC|RE||%2$s^BENCH
    RXA|0|1|20221003||2924528^COVID-19 VACCIN PFIZER^HPK|0.3|mL||||||||BENCH1|||||CP|A
    """
        .formatted(party.id(), PLACE, bsn.reveal())
        .replace('\n', '\r');
  }

  private static List<Bsn> people(int many) {
    return IntStream.iterate(FIRST_NUMBER, number -> number + 1)
        .mapToObj(InventedDoses::bsn)
        .flatMap(Optional::stream)
        .limit(many)
        .toList();
  }

  private static Report report(Source party, Bsn bsn, String identifier) {
    Person person =
        new Person(
            bsn, new PersonName("Bench", "", "Mark"), PartialDate.parse("1980-02-03"), Sex.UNKNOWN);
    Dose dose =
        new Dose(
            party,
            identifier,
            Product.COMIRNATY,
            PartialDate.parse("2022-10-03"),
            Optional.of(new BatchNumber("BENCH1")),
            1,
            Dose.Sharing.AGREED);
    return new Report(Report.Kind.RECORD, person, dose);
  }

  /// Eight digits with the ninth that passes the eleven-test, if there is one.
  private static Optional<Bsn> bsn(int eightDigits) {
    String digits = Integer.toString(eightDigits);
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      sum += (9 - i) * (digits.charAt(i) - '0');
    }
    return Bsn.parse(digits + sum % 11);
  }
}
