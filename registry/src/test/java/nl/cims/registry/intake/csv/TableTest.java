// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files in every form in which spreadsheets and systems save them.
class TableTest {

  private static final Map<String, Charset> ENCODINGS =
      Map.of(
          "UTF-8", StandardCharsets.UTF_8,
          "UTF-16BE", StandardCharsets.UTF_16BE,
          "UTF-16LE", StandardCharsets.UTF_16LE,
          "windows-1252", Charset.forName("windows-1252"));

  @Nested
  class WhateverTheForm {

    static Stream<Arguments> forms() {
      return ENCODINGS.values().stream()
          .flatMap(
              charset ->
                  Stream.of(';', ',', '\t')
                      .flatMap(
                          separator ->
                              Stream.of("\n", "\r\n", "\r")
                                  .flatMap(
                                      line ->
                                          Stream.of(Language.values())
                                              .map(
                                                  language ->
                                                      Arguments.of(
                                                          charset, separator, line, language)))));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void givesTheSameReports(Charset charset, char separator, String line, Language language) {
      Random random = new Random(charset.hashCode() * 31L + separator);
      Sheet sheet = new Sheet();
      for (int i = 0; i < 60; i++) {
        sheet.dose("dose-" + i, "999990019", "note", text(random, charset), "batch", "EJ" + i);
      }
      String text = sheet.text(language, separator, line);
      List<byte[]> expected = contents(sheet.file());

      for (boolean mark : new boolean[] {true, false}) {
        boolean unicode = charset.name().startsWith("UTF");
        String sent = mark && unicode ? "\uFEFF" + text : text;
        assertThat(contents(dribble(Sheet.file(sent, charset))))
            .usingElementComparator(java.util.Arrays::compare)
            .containsExactlyElementsOf(expected);
      }
    }

    @Test
    void takesColumnsInAnyOrderWithBlanksCapitalsAndAccentsInTheirNames() {
      String text =
          """
          Codesysteem,VACCINCODE, Vaccinatiedatum ,"Toestemming delen",BSN,Identificatié,Extra
          HPK,2924528,08-01-2021,Ja,999990019,a-1,weg
          """;
      Table table = Table.open(Sheet.file(text, StandardCharsets.UTF_8));

      assertThat(table.layout().unknown()).containsExactly("Extra");
      assertThat(RowReading.of(table.layout(), table.next().orElseThrow()))
          .isInstanceOf(Reading.Understood.class);
    }

    @Test
    void obeysTheLineBySpreadsheetsThatNamesTheSeparator() {
      String text = "sep=|\r\n" + new Sheet().dose("1", "999990019").text(Language.EN, '|', "\r\n");
      Table table = Table.open(Sheet.file(text, StandardCharsets.UTF_8));

      assertThat(table.next().orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void countsRowsAsASpreadsheetDoesAndPassesBlankOnesBy() {
      String text = "bsn;identifier;sharing_consent;date;a;b\n".replace("date", "vaccination_date");
      text = text.replace("a;b", "vaccine_code;code_system") + "1;2\n\n;;;;;\n\"3\n3\";4\n  \n5;6";

      assertThat(Sheet.rows(Table.open(Sheet.file(text, StandardCharsets.UTF_8))))
          .extracting(Row::number)
          .containsExactly(2, 5, 7);
    }

    @Test
    void findsOutTheEncodingHoweverLateTheFirstForeignLetterComes() {
      Sheet sheet = new Sheet();
      for (int i = 0; i < 2000; i++) {
        sheet.dose("id-" + i, "999990019", "given_names", "Jan", "surname", "Jansen");
      }
      sheet.dose("last", "999990019");
      for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))) {
        List<Row> rows = Sheet.rows(Table.open(Sheet.file(sheet.text(), charset)));
        assertThat(rows).hasSize(2001);
        assertThat(rows.getLast().cells()).contains("Zoë", "Kanariepiet-Çelik");
      }
    }
  }

  @Nested
  class RefusedAsAWhole {

    @Test
    void namesEveryColumnThatIsMissing() {
      assertThatThrownBy(() -> open("bsn;achternaam\n1;2\n"))
          .isInstanceOfSatisfying(
              UnusableFile.class,
              it -> {
                assertThat(it.advice(Language.NL))
                    .contains("identificatie, toestemming_delen, vaccinatiedatum, vaccincode")
                    .doesNotContain("achternaam");
                assertThat(it.advice(Language.EN)).contains("identifier, sharing_consent");
              });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "PK\u0003\u0004", "999990019;1985-12-01;ja\n"})
    void isWhatHasNoHeader(String text) {
      assertThatThrownBy(() -> open(text))
          .isInstanceOf(UnusableFile.class)
          .hasMessage("COLUMNS_MISSING");
    }

    @Test
    void isAColumnThatIsThereInBothLanguages() {
      String text = new Sheet().text().replace("opmerking", "identifier");
      assertThatThrownBy(() -> open(text)).hasMessage("COLUMN_TWICE");
    }

    @Test
    void isAQuoteThatIsNeverClosed() {
      String text = new Sheet().dose("1", "999990019").text() + "\"" + "x".repeat(300_000);
      Table table = open(text);
      assertThat(table.next()).isPresent();
      assertThatThrownBy(table::next)
          .isInstanceOfSatisfying(
              UnusableFile.class,
              it -> assertThat(it.advice(Language.EN)).startsWith("After row 2 "));
    }

    @Test
    void isACellLongerThanAnyoneWrites() {
      Table table = open(new Sheet().dose("1", "999990019", "note", "x".repeat(5000)).text());
      assertThatThrownBy(table::next).hasMessage("BROKEN_QUOTES");
    }

    @Test
    void areBytesThatAreNoTextAfterLettersThatWere() {
      byte[] good = new Sheet().dose("1", "999990019").text().getBytes(StandardCharsets.UTF_8);
      InputStream broken =
          new SequenceInputStream(
              new ByteArrayInputStream(good), new ByteArrayInputStream(new byte[] {'a', -1, 10}));
      assertThatThrownBy(() -> Sheet.rows(Table.open(broken))).hasMessage("UNREADABLE_TEXT");
    }
  }

  @Test
  void tellsABrokenOffFileFromABadOne() {
    InputStream file =
        new SequenceInputStream(
            new Sheet().dose("1", "999990019").file(),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("gone");
              }
            });
    assertThatThrownBy(() -> Sheet.rows(Table.open(file)))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage("gone");
  }

  @Test
  void survivesAnyBytesWithAClearAnswer() {
    Random random = new Random(5);
    byte[] good = new Sheet().dose("1", "999990019").dose("2", "").text().getBytes();
    for (int i = 0; i < 3000; i++) {
      byte[] bytes = good.clone();
      for (int flips = random.nextInt(8); flips >= 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        Table table = Table.open(new ByteArrayInputStream(bytes));
        Sheet.rows(table).forEach(row -> RowReading.of(table.layout(), row));
      } catch (UnusableFile clear) {
        assertThat(clear.advice(Language.NL)).isNotBlank();
      }
    }
  }

  private static Table open(String text) {
    return Table.open(Sheet.file(text, StandardCharsets.UTF_8));
  }

  private static List<byte[]> contents(InputStream file) {
    Table table = Table.open(file);
    List<byte[]> contents = new ArrayList<>();
    for (Row row : Sheet.rows(table)) {
      Reading reading = RowReading.of(table.layout(), row);
      assertThat(reading).isInstanceOf(Reading.Understood.class);
      contents.add(((Reading.Understood) reading).report().content());
    }
    return Collections.unmodifiableList(contents);
  }

  /// A stream that gives one to seven bytes at a time.
  private static InputStream dribble(InputStream file) {
    return new FilterInputStream(file) {
      private int next;

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        next = next % 7 + 1;
        return super.read(target, offset, Math.min(length, next));
      }
    };
  }

  private static String text(Random random, Charset charset) {
    String letters = "abc ;,\t\"'\u00e9\u00eb\u00fc\u00df\u20ac";
    String unicode = letters + "\u0142\u011f\ud83d\ude42";
    String source = charset.name().startsWith("UTF") ? unicode : letters;
    int[] points = source.codePoints().toArray();
    StringBuilder text = new StringBuilder("n");
    for (int i = random.nextInt(20); i > 0; i--) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.append('.').toString();
  }
}
