// SPDX-License-Identifier: EUPL-1.2
package nl.cims.vocabulary;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/// A citizen service number (burgerservicenummer): nine digits that pass the eleven-test.
///
/// It can neither print itself, nor be serialised, nor be compared by accident: `toString` hides
/// it, `equals` and `hashCode` throw, it is not `Serializable`, and there is neither a property nor
/// a field that a JSON library could find. Whoever truly needs the digits calls [#reveal()]; an
/// architecture test lists who may.
///
/// Source of the rule: Besluit burgerservicenummer; `9·d1 + 8·d2 + … + 2·d8 − 1·d9` is divisible by
/// 11.
public final class Bsn {

  /// The FHIR naming system of this number.
  public static final String SYSTEM = "http://fhir.nl/fhir/NamingSystem/bsn";

  /// Transient, so that a serialiser which reads private fields passes it by.
  private final transient String digits;

  private Bsn(String digits) {
    this.digits = digits;
  }

  /// The number in these nine digits.
  ///
  /// @throws InvalidValue if it is no BSN; the message never repeats the digits
  public static Bsn of(String digits) {
    return parse(digits)
        .orElseThrow(() -> new InvalidValue("a BSN has nine digits and passes the eleven-test"));
  }

  /// The number in these nine digits, or empty if they are no BSN.
  public static Optional<Bsn> parse(String digits) {
    return passesElevenTest(digits) ? Optional.of(new Bsn(digits)) : Optional.empty();
  }

  /// The nine digits in the clear, for encryption, a keyed index or the person himself.
  public String reveal() {
    return digits;
  }

  /// Whether the other is the same number; takes the same time whatever the answer.
  public boolean sameAs(Bsn other) {
    return MessageDigest.isEqual(
        digits.getBytes(StandardCharsets.US_ASCII),
        other.digits.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return "Bsn[hidden]";
  }

  /// @throws UnsupportedOperationException always: compare with [#sameAs(Bsn)], look up by a keyed
  ///   index
  @Override
  public boolean equals(Object other) {
    throw new UnsupportedOperationException("a BSN is compared with sameAs, knowingly");
  }

  /// @throws UnsupportedOperationException always: a BSN is no key of a map
  @Override
  public int hashCode() {
    throw new UnsupportedOperationException("a BSN is no key of a map");
  }

  private static boolean passesElevenTest(String digits) {
    if (digits.length() != 9) {
      return false;
    }
    int sum = 0;
    boolean allZero = true;
    for (int i = 0; i < 9; i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      allZero &= digit == 0;
      sum += (i == 8 ? -1 : 9 - i) * digit;
    }
    return !allZero && sum % 11 == 0;
  }
}
