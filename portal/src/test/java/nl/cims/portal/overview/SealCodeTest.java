// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class SealCodeTest {

  private static final byte[] SOUND = {0, 1, 'h', 0, 1, 'p', 's'};

  private final Random random = new Random(20261122);

  @Test
  void unpacksWhatItPacked() {
    for (int round = 0; round < 300; round++) {
      String jws = part(1 + random.nextInt(200)) + "." + part(1 + random.nextInt(1200));
      String whole = jws + "." + part(64);
      assertThat(SealCode.pack(whole).flatMap(SealCode::unpack)).contains(whole);
    }
  }

  @Test
  void isShortBecauseClaimsRepeatThemselves() throws Exception {
    String jws = new Sealer().export(Papers.forty(), "nl").seals().getFirst();
    assertThat(SealCode.pack(jws).orElseThrow().length()).isLessThan(jws.length());
  }

  @Test
  void givesNoCodeForWhatIsTooLong() {
    assertThat(SealCode.pack("aGVhZA." + part(3000) + "." + part(64))).isEmpty();
    assertThat(SealCode.pack("aGVhZA." + "QUFB".repeat(6000) + "." + part(64))).isEmpty();
    assertThatThrownBy(() -> SealCode.pack("aGVhZA.aGVhZA"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void noticesEveryDigitThatWasReadWronglyOrLost() {
    String digits = SealCode.pack(part(30) + "." + part(120) + "." + part(64)).orElseThrow();
    assertThat(SealCode.unpack(digits)).isPresent();
    for (int at = 0; at < digits.length(); at++) {
      char other = (char) ('0' + (digits.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
      assertThat(SealCode.unpack(digits.substring(0, at) + other + digits.substring(at + 1)))
          .as("digit %d", at)
          .isEmpty();
      assertThat(SealCode.unpack(digits.substring(0, at))).as("first %d", at).isEmpty();
    }
    assertThat(SealCode.unpack(digits + "0")).isEmpty();
  }

  @Test
  void survivesAnyDigitsAndAnyBytes() {
    for (int round = 0; round < 2000; round++) {
      byte[] bytes = new byte[1 + random.nextInt(1500)];
      random.nextBytes(bytes);
      assertThat(SealCode.unpack(new BigInteger(1, bytes).toString())).isEmpty();
      assertThat(SealCode.unpack(digits(1, checksum(bytes), bytes))).isEmpty();
    }
  }

  @Test
  void refusesWhatIsNoNumber() {
    String sound = digits(1, checksum(deflated(SOUND)), deflated(SOUND));
    assertThat(SealCode.unpack(sound)).contains("aA.cA.cw");
    for (String wrong :
        new String[] {
          "",
          "0",
          "-" + sound,
          "+" + sound,
          " " + sound,
          sound + "x",
          sound.replace('1', '\u0661'),
          "9".repeat(SealCode.LONGEST + 1),
          digits(2, checksum(deflated(SOUND)), deflated(SOUND)),
          digits(1, checksum(deflated(SOUND)) + 1, deflated(SOUND))
        }) {
      assertThat(SealCode.unpack(wrong)).as(wrong).isEmpty();
    }
  }

  @Test
  void refusesPartsThatAreMissingOrLongerThanTheWhole() {
    for (byte[] wrong :
        new byte[][] {
          {},
          {0},
          {0, 0, 0, 1, 'p', 's'},
          {0, 1, 'h', 0, 0, 's'},
          {0, 1, 'h', 0, 1, 'p'},
          {0, 1, 'h', 0, 9, 'p', 's'},
          {-1, -1, 'h', 0, 1, 'p', 's'}
        }) {
      byte[] small = deflated(wrong);
      assertThat(SealCode.unpack(digits(1, checksum(small), small))).isEmpty();
    }
    byte[] trailing = ByteBuffer.allocate(64).put(deflated(SOUND)).array();
    assertThat(SealCode.unpack(digits(1, checksum(trailing), trailing))).isEmpty();
  }

  @Test
  void stopsInflatingAtItsBound() {
    byte[] bomb = deflated(new byte[2_000_000]);
    String digits = digits(1, checksum(bomb), bomb);
    assertThat(digits.length()).isLessThan(SealCode.LONGEST);
    assertThat(SealCode.unpack(digits)).isEmpty();

    byte[] most = deflated(filled(SealCode.LARGEST));
    assertThat(SealCode.unpack(digits(1, checksum(most), most))).isPresent();
    byte[] more = deflated(filled(SealCode.LARGEST + 1));
    assertThat(SealCode.unpack(digits(1, checksum(more), more))).isEmpty();
  }

  private static byte[] filled(int length) {
    return ByteBuffer.allocate(length).put(SOUND).array();
  }

  private String part(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String digits(int version, int checksum, byte[] small) {
    ByteBuffer whole = ByteBuffer.allocate(5 + small.length);
    whole.put((byte) version).putInt(checksum).put(small);
    return new BigInteger(1, whole.array()).toString();
  }

  private static int checksum(byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    return (int) sum.getValue();
  }

  private static byte[] deflated(byte[] bytes) {
    ByteArrayOutputStream small = new ByteArrayOutputStream();
    Deflater raw = new Deflater(Deflater.BEST_COMPRESSION, true);
    try (raw;
        DeflaterOutputStream out = new DeflaterOutputStream(small, raw)) {
      out.write(bytes);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return small.toByteArray();
  }
}
