// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.people;

import static nl.cims.testkit.people.Product.BMR;
import static nl.cims.testkit.people.Product.COMIRNATY;
import static nl.cims.testkit.people.Product.COVID_MRNA;
import static nl.cims.testkit.people.Product.DTP;
import static nl.cims.testkit.people.Product.HEPATITIS_A;
import static nl.cims.testkit.people.Product.JCOVDEN;
import static nl.cims.testkit.people.Product.SPIKEVAX;
import static nl.cims.testkit.people.Product.SPIKEVAX_HALF;
import static nl.cims.testkit.people.Source.CARE_HOME;
import static nl.cims.testkit.people.Source.GGD_GRONINGEN;
import static nl.cims.testkit.people.Source.GGD_LIMBURG;
import static nl.cims.testkit.people.Source.GGD_UTRECHT;
import static nl.cims.testkit.people.Source.GP_LINDE;
import static nl.cims.testkit.people.Source.HOSPITAL;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nl.cims.testkit.people.Dose.Sharing;
import nl.cims.testkit.people.Report.Kind;
import nl.cims.vocabulary.BatchNumber;
import nl.cims.vocabulary.PartialDate;

/// What was reported about each of the test citizens.
final class TestHistories {

  private TestHistories() {}

  static List<Report> of(TestCitizen citizen) {
    Histories history = new Histories(citizen.person(), new Random(2021));
    return switch (citizen) {
      case NO_VACCINATIONS -> List.of();
      case CHILDHOOD -> childhood(history, LocalDate.of(2011, 10, 3));
      case FULL_COVID -> fullCovid(history);
      case REPORTED_TWICE -> reportedTwice(history);
      case PARTIAL_BIRTH_DATE -> withoutBatch(history);
      case LONG_BATCH_NUMBER -> longBatch(history);
      case LONG_NAME ->
          history
              .given(GGD_LIMBURG, JCOVDEN, day(2021, 6, 24), 1)
              .given(GGD_LIMBURG, SPIKEVAX_HALF, day(2022, 1, 4), 2)
              .reports();
      case CORRECTED -> corrected(history);
      case WITHDRAWN -> withdrawn(history);
      case CONSENT_REFUSED ->
          history
              .given(CARE_HOME, COMIRNATY, day(2021, 4, 12), 1)
              .given(CARE_HOME, COMIRNATY, day(2021, 5, 17), 2)
              .shared(Sharing.REFUSED);
    };
  }

  private static List<Report> childhood(Histories history, LocalDate birth) {
    RvpSeries.given(history, birth, 5);
    return history.reports();
  }

  private static List<Report> fullCovid(Histories history) {
    return history
        .given(GGD_UTRECHT, COMIRNATY, day(2021, 3, 22), 1)
        .given(GGD_UTRECHT, COMIRNATY, day(2021, 4, 26), 2)
        .given(GGD_UTRECHT, SPIKEVAX_HALF, day(2021, 12, 20), 3)
        .given(GGD_UTRECHT, COMIRNATY, day(2022, 10, 6), 4)
        .given(GGD_UTRECHT, COMIRNATY, day(2023, 10, 12), 5)
        .given(GP_LINDE, COMIRNATY, day(2024, 10, 3), 6)
        .reports();
  }

  /// The GGD sends its message twice; the practice reports the same dose a day late, without the
  /// batch, and knows only the kind of vaccine.
  private static List<Report> reportedTwice(Histories history) {
    Dose dose = history.dose(GGD_UTRECHT, SPIKEVAX, day(2021, 7, 5), 1);
    Dose byThePractice = history.dose(GP_LINDE, COVID_MRNA, day(2021, 7, 6), 1);
    return history
        .add(Kind.RECORD, dose)
        .add(Kind.RECORD, dose)
        .add(Kind.RECORD, byThePractice.from(Optional.empty()))
        .reports();
  }

  private static List<Report> withoutBatch(Histories history) {
    Dose dose = history.dose(HOSPITAL, HEPATITIS_A, day(2019, 2, 11), 1);
    return history
        .add(Kind.RECORD, dose.from(Optional.empty()))
        .given(GP_LINDE, COMIRNATY, day(2021, 5, 3), 1)
        .reports();
  }

  private static List<Report> longBatch(Histories history) {
    BatchNumber sixty = new BatchNumber("LOT-2021/07-" + "ABCDEFGH".repeat(6));
    Dose dose = history.dose(GGD_GRONINGEN, COMIRNATY, day(2021, 7, 8), 1);
    return history.add(Kind.RECORD, dose.from(Optional.of(sixty))).reports();
  }

  private static List<Report> corrected(Histories history) {
    Dose wrong = history.dose(GGD_GRONINGEN, COMIRNATY, day(2021, 5, 1), 1);
    Dose right =
        wrong.on(PartialDate.parse("2021-06-01")).from(Optional.of(new BatchNumber("FD7958")));
    return history.add(Kind.RECORD, wrong).add(Kind.CORRECT, right).reports();
  }

  private static List<Report> withdrawn(Histories history) {
    Dose notGiven = history.dose(GGD_LIMBURG, BMR, day(2022, 9, 14), 1);
    return history
        .given(GGD_LIMBURG, DTP, day(2022, 9, 14), 1)
        .add(Kind.RECORD, notGiven)
        .add(Kind.WITHDRAW, notGiven)
        .reports();
  }

  private static LocalDate day(int year, int month, int day) {
    return LocalDate.of(year, month, day);
  }
}
