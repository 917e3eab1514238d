// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When two messages say the same.
class CanonicalContentTest {

  private static final String ORIGINAL = content(Fixtures.message("full.hl7"));

  @ParameterizedTest
  @CsvSource(
      value = {
        "MSG00002; MSG99999",
        "20210108101500.250+0100; 20210109101500",
        "SFT|Leverancier; SFT|Ander",
        "Straat 1; Straat 2",
        "RXA|0|1|; RXA|0|7|",
        "OBX|2|; OBX|9|",
        "|CP|A; |CP|U",
        "|CP|A; |CP|A||||",
        "ZVX|eigen; ZVX|ander",
        "Ziekenhuis Midden; Ziekenhuis\\X20\\Midden"
      },
      delimiter = ';')
  void theyDoWhateverCarriesThem(String from, String to) {
    assertThat(content(Fixtures.changed("full.hl7", from, to))).isEqualTo(ORIGINAL);
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "EJ6796; EJ6797",
        "|CP|A; |CP|D",
        "19950327; 19950328",
        "Veld&in 't&Veld; Velt&in 't&Velt",
        "202101081005; 20210108",
        "Linkerbovenarm; Rechterbovenarm",
        "||||||20210108|; ||||||20210109|",
        "Rustig aan; Haastig",
        "PD1||||||||||||N; PD1||||||||||||Y"
      },
      delimiter = ';')
  void theyDoNotIfSomethingElseIsSaid(String from, String to) {
    assertThat(content(Fixtures.changed("full.hl7", from, to))).isNotEqualTo(ORIGINAL);
  }

  @Test
  void otherDelimitersSayTheSame() {
    String other =
        Fixtures.message("full.hl7")
            .replace("'", "\\E\\")
            .replace('|', '#')
            .replace('^', '!')
            .replace('~', '$')
            .replace('\\', '%')
            .replace('&', '*')
            .replace("%E%", "'");
    assertThat(other).startsWith("MSH#!$%*#");
    assertThat(content(other)).isEqualTo(ORIGINAL);
  }

  private static String content(String message) {
    return new String(Fixtures.understood(Fixtures.read(message)).getFirst().content(), UTF_8);
  }
}
