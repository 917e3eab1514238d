// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  @Test
  void readsOptionsInAnyPlaceAndKeepsTheOrderOfTheRest() {
    CommandLine line =
        parse("send", "a.json", "--as", "ggd-limburg", "b.xml", "--update", "--mllp");
    assertThat(line.command()).isEqualTo("send");
    assertThat(line.party()).contains("ggd-limburg");
    assertThat(line.update()).isTrue();
    assertThat(line.mllp()).isTrue();
    assertThat(line.operands()).containsExactly("a.json", "b.xml");
  }

  @Test
  void anOptionBeatsTheEnvironment() {
    Map<String, String> environment = Map.of("CIMS_PORT_OFFSET", "100");
    assertThat(CommandLine.parse(List.of("demo"), environment).portOffset()).contains(100);
    assertThat(CommandLine.parse(List.of("demo", "--port-offset", "7"), environment).portOffset())
        .contains(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", "11001", "999999", ""})
  void refusesAnOffsetThatCannotBe(String offset) {
    assertThatExceptionOfType(CannotProceed.class)
        .isThrownBy(() -> parse("demo", "--port-offset", offset))
        .withMessageContaining("is a number from 0 to 11000");
  }

  @Test
  void refusesAnUnknownOptionAndOneWithoutItsValue() {
    assertThatExceptionOfType(CannotProceed.class)
        .isThrownBy(() -> parse("demo", "--frseh"))
        .withMessageContaining("--frseh");
    assertThatExceptionOfType(CannotProceed.class)
        .isThrownBy(() -> parse("send", "--as"))
        .withMessageContaining("needs a value");
  }

  private static CommandLine parse(String... arguments) {
    return CommandLine.parse(List.of(arguments), Map.of());
  }
}
