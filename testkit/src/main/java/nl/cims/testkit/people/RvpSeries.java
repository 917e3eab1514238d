// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.people;

import static nl.cims.testkit.people.Product.BMR;
import static nl.cims.testkit.people.Product.DKTP;
import static nl.cims.testkit.people.Product.DKTP_HIB_HEPB;
import static nl.cims.testkit.people.Product.DTP;
import static nl.cims.testkit.people.Product.HPV;
import static nl.cims.testkit.people.Product.MENACWY;
import static nl.cims.testkit.people.Product.MENC;
import static nl.cims.testkit.people.Product.PNEUMOCOCCAL;
import static nl.cims.testkit.people.Product.ROTAVIRUS;

import java.time.LocalDate;
import java.util.List;

/// What a child gets in the national immunisation programme, near enough for synthetic histories:
/// the real schedules are the register's own data.
final class RvpSeries {

  /// One dose, due at an age for children born within these years.
  private record Due(Product product, int number, int months, int bornFrom, int bornUntil) {}

  private static final List<Due> SCHEDULE =
      List.of(
          new Due(ROTAVIRUS, 1, 2, 2024, 9999),
          new Due(ROTAVIRUS, 2, 3, 2024, 9999),
          new Due(DKTP_HIB_HEPB, 1, 2, 2011, 2019),
          new Due(DKTP_HIB_HEPB, 2, 3, 2011, 2019),
          new Due(DKTP_HIB_HEPB, 3, 4, 2011, 2019),
          new Due(DKTP_HIB_HEPB, 4, 11, 2011, 2019),
          new Due(DKTP_HIB_HEPB, 1, 3, 2020, 9999),
          new Due(DKTP_HIB_HEPB, 2, 5, 2020, 9999),
          new Due(DKTP_HIB_HEPB, 3, 12, 2020, 9999),
          new Due(PNEUMOCOCCAL, 1, 3, 2011, 9999),
          new Due(PNEUMOCOCCAL, 2, 5, 2011, 9999),
          new Due(PNEUMOCOCCAL, 3, 12, 2011, 9999),
          new Due(BMR, 1, 14, 2005, 9999),
          new Due(MENC, 1, 14, 2005, 2016),
          new Due(MENACWY, 1, 14, 2017, 9999),
          new Due(DKTP, 5, 48, 2005, 2021),
          new Due(BMR, 2, 108, 2005, 2015),
          new Due(DTP, 6, 108, 2005, 2016),
          new Due(HPV, 1, 122, 2012, 9999),
          new Due(HPV, 2, 129, 2012, 9999),
          new Due(MENACWY, 2, 168, 2005, 9999));

  private RvpSeries() {}

  static void given(Histories history, LocalDate birth, int lateByAtMost) {
    for (Due due : SCHEDULE) {
      if (birth.getYear() >= due.bornFrom() && birth.getYear() <= due.bornUntil()) {
        history.given(
            Source.YOUTH_CARE,
            due.product(),
            history.about(birth.plusMonths(due.months()), lateByAtMost),
            due.number());
      }
    }
  }
}
