// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.leaks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The scanner finds what is planted, in each form and at each place, and nothing else.
class LeakScanTest {

  private static final String NUMBER = "999990019";
  private static final String NAME = "Qanarië-Zoë";

  private final LeakScan scan = new LeakScan(Map.of("number", NUMBER, "name", NAME));

  static Stream<byte[]> forms() {
    Stream<byte[]> charsets =
        Stream.of(
                StandardCharsets.UTF_8,
                StandardCharsets.ISO_8859_1,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE)
            .flatMap(charset -> Stream.of(NUMBER, NAME).map(it -> around(it, charset)));
    Stream<byte[]> hex =
        Stream.of(
            HexFormat.of().formatHex(around(NUMBER, StandardCharsets.UTF_8)).getBytes(),
            HexFormat.of()
                .withUpperCase()
                .formatHex(around(NAME, StandardCharsets.UTF_8))
                .getBytes(),
            HexFormat.of().formatHex(around(NAME, StandardCharsets.UTF_16LE)).getBytes());
    Stream<byte[]> base64 =
        IntStream.range(0, 7)
            .boxed()
            .flatMap(
                before ->
                    Stream.of(Base64.getEncoder(), Base64.getMimeEncoder(), Base64.getUrlEncoder())
                        .map(
                            it ->
                                it.encode(
                                    ("x".repeat(before) + NUMBER + "tail")
                                        .getBytes(StandardCharsets.UTF_8))));
    return Stream.of(
            charsets,
            hex,
            base64,
            Stream.of(URLEncoder.encode(NAME, StandardCharsets.UTF_8).getBytes()))
        .flatMap(it -> it);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void findsEachForm(byte[] planted) throws IOException {
    assertThat(scan.stream("here", new ByteArrayInputStream(planted))).isNotEmpty();
  }

  @Test
  void findsWhatStandsAcrossTwoReads(@TempDir Path directory) throws IOException {
    for (int before = (1 << 16) - 12; before <= (1 << 16) + 1; before++) {
      byte[] noise = new byte[before];
      new Random(before).nextBytes(noise);
      Path file = directory.resolve("noise-" + before);
      Files.write(file, noise);
      Files.writeString(file, NUMBER, java.nio.file.StandardOpenOption.APPEND);

      assertThat(scan.files(directory, file::equals))
          .containsExactly(new Leak(file.toString(), before, "number", "UTF-8"));
    }
  }

  @Test
  void oneSecretInsideAnotherIsFoundToo() {
    LeakScan nested = new LeakScan(Map.of("long", "abcdefghij", "short", "cdefgh"));

    assertThat(nested.text("here", "abcdefghX")).extracting(Leak::what).containsExactly("short");
    assertThat(nested.text("here", "abcdefghij")).extracting(Leak::what).contains("long");
  }

  @Test
  void findsNothingWhereNothingIs() {
    assertThat(
            Stream.of("999990018", "99999 0019", "Qanarie-Zoe", "393939", "")
                .flatMap(text -> scan.text("here", text).stream()))
        .isEmpty();
  }

  @Test
  void neverShowsTheSecret() {
    List<Leak> leaks = scan.text("here", NUMBER);

    assertThat(leaks).isNotEmpty();
    assertThat(leaks.toString()).doesNotContain(NUMBER);
  }

  @Test
  void refusesWhatCouldBeChance() {
    assertThatIllegalArgumentException().isThrownBy(() -> new LeakScan(Map.of("year", "1961")));
  }

  private static byte[] around(String secret, Charset charset) {
    return ("before " + secret + " after").getBytes(charset);
  }
}
