// SPDX-License-Identifier: EUPL-1.2
package nl.cims.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// A citizen service number is what it should be, and does not get out by accident.
class BsnTest {

  private static final String DIGITS = "999990019";

  private final Bsn bsn = Bsn.of(DIGITS);

  @Nested
  class TheElevenTest {

    @ParameterizedTest
    @ValueSource(strings = {"999990019", "111222333", "123456782", "012345672", "000000012"})
    void acceptsNumbersThatPassLeadingZerosIncluded(String digits) {
      assertThat(Bsn.of(digits).reveal()).isEqualTo(digits);
      assertThat(Bsn.parse(digits)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "000000000",
          "123456789",
          "12345672",
          "0123456782",
          " 12345672",
          "12345678a",
          "-12345678",
          "1234 5678",
          "١٢٣٤٥٦٧٨٢",
          "１２３４５６７８２"
        })
    void refusesAllZerosOtherLengthsAndAnythingButNineAsciiDigits(String text) {
      assertThat(Bsn.parse(text)).isEmpty();
      assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> Bsn.of(text));
    }

    @Test
    void lastDigitWeighsMinusOne() {
      // With weight +1 it would be the other way round: 9 + 2 = 11.
      assertThat(Bsn.parse("100000002")).isEmpty();
      assertThat(Bsn.parse("100000009")).isPresent();
    }

    @Test
    void noticesEveryWrongDigitAndEverySwapOfNeighbours() {
      int looked = 0;
      Random random = new Random(11);
      while (looked < 500) {
        String digits = "%09d".formatted(random.nextInt(1, 1_000_000_000));
        if (Bsn.parse(digits).isEmpty()) {
          continue;
        }
        looked++;
        for (String wrong : mistypings(digits)) {
          assertThat(Bsn.parse(wrong)).as(wrong).isEmpty();
        }
      }
      assertThat(looked).isEqualTo(500);
    }

    private Set<String> mistypings(String digits) {
      Set<String> wrong = new HashSet<>();
      for (int i = 0; i < 9; i++) {
        for (char other = '0'; other <= '9'; other++) {
          wrong.add(digits.substring(0, i) + other + digits.substring(i + 1));
        }
        if (i < 8) {
          wrong.add(
              digits.substring(0, i)
                  + digits.charAt(i + 1)
                  + digits.charAt(i)
                  + digits.substring(i + 2));
        }
      }
      wrong.remove(digits);
      return wrong;
    }

    @Test
    void errorDoesNotRepeatTheDigits() {
      assertThatThrownBy(() -> Bsn.of("123456789"))
          .isInstanceOf(InvalidValue.class)
          .message()
          .doesNotContain("123456789");
    }
  }

  @Nested
  class ByAccident {

    @Test
    void isNotPrinted() {
      assertThat(bsn.toString()).isEqualTo("Bsn[hidden]");
      assertThat("%s|".formatted(bsn) + bsn + Optional.of(bsn)).doesNotContain(DIGITS);
      assertThat(new Wrapped(bsn, "x").toString()).doesNotContain(DIGITS);
    }

    @Test
    void isNotWrittenAsJson() {
      JsonMapper asShipped = JsonMapper.builder().build();
      JsonMapper readingFields =
          JsonMapper.builder()
              .changeDefaultVisibility(v -> v.withVisibility(PropertyAccessor.ALL, Visibility.ANY))
              .build();

      for (JsonMapper mapper : new JsonMapper[] {asShipped, readingFields}) {
        assertThat(mapper.writeValueAsString(bsn)).doesNotContain(DIGITS);
        assertThat(mapper.writeValueAsString(new Wrapped(bsn, "seen")))
            .contains("seen")
            .doesNotContain(DIGITS);
      }
    }

    @Test
    void isNotWrittenByJavaSerialisation() throws IOException {
      try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
        assertThatExceptionOfType(NotSerializableException.class)
            .isThrownBy(() -> out.writeObject(new Wrapped(bsn, "x")));
      }
    }

    @Test
    @SuppressWarnings("ReturnValueIgnored") // only whether it throws matters
    void isNotComparedNorHashedNorSorted() {
      Bsn same = Bsn.of(DIGITS);

      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> bsn.equals(same));
      assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(bsn::hashCode);
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> new HashSet<>().add(bsn));
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> new Wrapped(bsn, "x").equals(new Wrapped(same, "x")));
      assertThatExceptionOfType(ClassCastException.class)
          .isThrownBy(() -> new TreeSet<Object>().add(bsn));
    }
  }

  @Nested
  class Knowingly {

    @Test
    void isRevealed() {
      assertThat(bsn.reveal()).isEqualTo(DIGITS);
    }

    @Test
    void isCompared() {
      assertThat(bsn.sameAs(Bsn.of(DIGITS))).isTrue();
      assertThat(bsn.sameAs(Bsn.of("111222333"))).isFalse();
    }
  }

  private record Wrapped(Bsn bsn, String beside) implements Serializable {}
}
