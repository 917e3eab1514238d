// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

/// Somebody who exists nowhere else: wherever his number or names turn up, they came from what was
/// sent about him.
record Canary(Person person) {

  private static final int LETTERS = 12;

  static Canary fresh() {
    Bsn bsn =
        IntStream.generate(() -> ThreadLocalRandom.current().nextInt(998_000_000, 999_000_000))
            .mapToObj(number -> Bsn.parse(Integer.toString(number)))
            .flatMap(Optional::stream)
            .findFirst()
            .orElseThrow();
    return new Canary(
        new Person(
            bsn,
            new PersonName(word(), "", word()),
            PartialDate.of(LocalDate.of(1944, 5, 6)),
            Sex.FEMALE));
  }

  /// What must not be found, by names that may be shown.
  static Map<String, String> secrets(Map<String, Canary> canaries) {
    return canaries.entrySet().stream()
        .flatMap(
            each ->
                Stream.of(
                    Map.entry(each.getKey() + "'s number", each.getValue().number()),
                    Map.entry(
                        each.getKey() + "'s given name", each.getValue().person.name().given()),
                    Map.entry(each.getKey() + "'s surname", each.getValue().surname())))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  String number() {
    return person.bsn().reveal();
  }

  String surname() {
    return person.name().surname();
  }

  Report report(Source source, LocalDate on) {
    return new Report(
        Report.Kind.RECORD,
        person,
        new Dose(
            source,
            "canary-" + ThreadLocalRandom.current().nextLong(Long.MAX_VALUE),
            Product.COMIRNATY,
            PartialDate.of(on),
            Optional.of(new BatchNumber("EX1234")),
            1,
            Dose.Sharing.AGREED));
  }

  /// Messages in FHIR in which something is wrong, each with his data in the wrong place.
  List<String> brokenFhir(Source source) {
    String good = FhirMessages.single(report(source, LocalDate.of(2021, 6, 1))).body();
    return List.of(
        good.substring(0, good.length() / 2),
        good.replace("\"completed\"", "\"" + surname() + "\""),
        good.replace("2021-06-01", number()),
        good.replace("\"2924528\"", "\"" + number() + " " + surname() + "\""),
        good.replace("\"resourceType\":\"Patient\"", "\"resourceType\":\"" + surname() + "\""),
        good.replace(number(), number() + "0"),
        "{\"" + surname() + "\": " + number() + "}",
        number() + surname());
  }

  byte[] hl7(String date) {
    return """
    MSH|^~\\&|HIS|HOSPITAL|CIMS|RIVM|20261012101500+0200||VXU^V04^VXU_V04|%1$s|P|2.5.1||||||UNICODE UTF-8
    PID|1||%2$s^^^NLMINBIZA^NNNLD||%3$s^%4$s||19440506|F
    ORC|RE||%1$s^HIS
    RXA|0|1|%5$s||2924528^COVID-19 VACCIN PFIZER^HPK|0.3|mL||||||||EX1234|||||CP|A
    """
        .formatted(
            "canary" + ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE),
            number(),
            surname(),
            person.name().given(),
            date)
        .replace('\n', '\r')
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String word() {
    return ThreadLocalRandom.current()
        .ints(LETTERS, 'a', 'z' + 1)
        .collect(
            () -> new StringBuilder("Q"), StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
