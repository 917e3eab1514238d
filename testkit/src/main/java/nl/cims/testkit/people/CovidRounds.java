// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.people;

import static nl.cims.testkit.people.Product.COMIRNATY;
import static nl.cims.testkit.people.Product.JCOVDEN;
import static nl.cims.testkit.people.Product.SPIKEVAX;
import static nl.cims.testkit.people.Product.SPIKEVAX_HALF;
import static nl.cims.testkit.people.Product.VAXZEVRIA;

import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;

/// What adults got in the COVID campaigns: the elderly first, a booster in the winter of 2021, and
/// a round each autumn for those above sixty.
final class CovidRounds {

  private static final List<Product> FIRST_CHOICE =
      List.of(COMIRNATY, COMIRNATY, COMIRNATY, COMIRNATY, SPIKEVAX, VAXZEVRIA, JCOVDEN);

  private CovidRounds() {}

  static void given(Histories history, int birthYear, RandomGenerator random) {
    LocalDate first = history.about(turn(birthYear), 24);
    Product product = birthYear > 2003 ? COMIRNATY : Names.pick(random, FIRST_CHOICE);
    Source ggd = Names.pick(random, Source.ggds());
    Source giver =
        birthYear < 1940
            ? Source.CARE_HOME
            : product == VAXZEVRIA ? Names.pick(random, Source.practices()) : ggd;
    history.given(giver, product, first, 1);
    int number = 2;
    if (product != JCOVDEN) {
      history.given(giver, product, first.plusDays(product == VAXZEVRIA ? 70 : 35), number++);
    }
    if (random.nextInt(10) < 7) {
      Product booster = random.nextBoolean() ? COMIRNATY : SPIKEVAX_HALF;
      history.given(ggd, booster, history.about(LocalDate.of(2021, 12, 1), 70), number++);
    }
    for (int year = 2022; birthYear <= 1965 && year <= 2025; year++) {
      if (random.nextInt(10) < 6) {
        history.given(ggd, COMIRNATY, history.about(LocalDate.of(year, 9, 25), 60), number++);
      }
    }
  }

  /// When one's birth year was called.
  static LocalDate turn(int birthYear) {
    return LocalDate.of(2021, 1, 20).plusDays(3L * Math.clamp(birthYear - 1931, 0, 62));
  }
}
