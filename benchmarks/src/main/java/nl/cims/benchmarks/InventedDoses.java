// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
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

  /// Where they are posted.
  static final String PATH = "/fhir/Immunization";

  private static final int PEOPLE = 1_000;
  private static final int FIRST_NUMBER = 99_980_000;
  private static final String PLACE = "benchmark-dose-identifier";

  private final String run = "bench-" + UUID.randomUUID() + "-";
  private final AtomicLong count = new AtomicLong();
  private final List<String> templates = new ArrayList<>();

  InventedDoses(Source party) {
    int number = FIRST_NUMBER;
    while (templates.size() < PEOPLE) {
      Optional<Bsn> bsn = bsn(number++);
      bsn.ifPresent(digits -> templates.add(template(party, digits)));
    }
  }

  /// The next message.
  String next() {
    long number = count.getAndIncrement();
    return templates.get((int) (number % PEOPLE)).replace(PLACE, run + number);
  }

  private static String template(Source party, Bsn bsn) {
    Person person =
        new Person(
            bsn, new PersonName("Bench", "", "Mark"), PartialDate.parse("1980-02-03"), Sex.UNKNOWN);
    Dose dose =
        new Dose(
            party,
            PLACE,
            Product.COMIRNATY,
            PartialDate.parse("2022-10-03"),
            Optional.of(new BatchNumber("BENCH1")),
            1,
            Dose.Sharing.AGREED);
    return FhirMessages.single(new Report(Report.Kind.RECORD, person, dose)).body();
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
