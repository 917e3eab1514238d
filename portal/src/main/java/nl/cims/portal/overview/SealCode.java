// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.overview;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// A seal as the digits of a printed code. A code holds digits in 3.3 bits each, so that a number
/// is the smallest way of printing bytes that every reader of codes understands.
///
/// The number's bytes are: a version ([#VERSION]); a CRC-32 of what follows, by which a code that
/// was read badly or pasted in part is told from one that was changed; and, deflated without a
/// header, the three parts of the compact JWS without their base64url, the first two each after its
/// length in two bytes.
final class SealCode {

  /// The most digits in one code: what a QR code of the largest size holds.
  static final int LONGEST = 7089;

  /// The most bytes of a seal that is not packed; more is refused while it is inflated.
  static final int LARGEST = 16_384;

  private static final byte VERSION = 1;
  private static final int HEAD = 1 + Integer.BYTES;

  private SealCode() {}

  /// The digits of a compact JWS; empty if they are too many for one code.
  ///
  /// @throws IllegalStateException if it is no compact JWS
  static Optional<String> pack(String jws) {
    String[] parts = jws.split("\\.", -1);
    if (parts.length != 3) {
      throw new IllegalStateException("a seal has three parts");
    }
    byte[] header = Base64.getUrlDecoder().decode(parts[0]);
    byte[] payload = Base64.getUrlDecoder().decode(parts[1]);
    byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
    int length = 2 * Short.BYTES + header.length + payload.length + signature.length;
    if (length > LARGEST) {
      return Optional.empty();
    }
    ByteBuffer joined = ByteBuffer.allocate(length);
    joined.putShort((short) header.length).put(header);
    joined.putShort((short) payload.length).put(payload);
    joined.put(signature);
    byte[] small = deflated(joined.array());
    ByteBuffer whole = ByteBuffer.allocate(HEAD + small.length);
    whole.put(VERSION).putInt(checksum(small)).put(small);
    String digits = new BigInteger(1, whole.array()).toString();
    return digits.length() > LONGEST ? Optional.empty() : Optional.of(digits);
  }

  /// The compact JWS of these digits; empty if they are anything but what [#pack] makes.
  static Optional<String> unpack(String digits) {
    if (digits.isEmpty()
        || digits.length() > LONGEST
        || !digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
      return Optional.empty();
    }
    byte[] whole = new BigInteger(digits).toByteArray();
    if (whole.length <= HEAD || whole[0] != VERSION) {
      return Optional.empty();
    }
    byte[] small = Arrays.copyOfRange(whole, HEAD, whole.length);
    return ByteBuffer.wrap(whole, 1, Integer.BYTES).getInt() == checksum(small)
        ? inflated(small).flatMap(SealCode::parted)
        : Optional.empty();
  }

  private static Optional<String> parted(byte[] joined) {
    ByteBuffer rest = ByteBuffer.wrap(joined);
    Optional<byte[]> header = next(rest);
    Optional<byte[]> payload = next(rest);
    if (header.isEmpty() || payload.isEmpty() || !rest.hasRemaining()) {
      return Optional.empty();
    }
    byte[] signature = new byte[rest.remaining()];
    rest.get(signature);
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return Optional.of(
        String.join(
            ".",
            encoder.encodeToString(header.get()),
            encoder.encodeToString(payload.get()),
            encoder.encodeToString(signature)));
  }

  private static Optional<byte[]> next(ByteBuffer rest) {
    if (rest.remaining() < Short.BYTES) {
      return Optional.empty();
    }
    int length = Short.toUnsignedInt(rest.getShort());
    if (length == 0 || length > rest.remaining()) {
      return Optional.empty();
    }
    byte[] part = new byte[length];
    rest.get(part);
    return Optional.of(part);
  }

  private static int checksum(byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    return (int) sum.getValue();
  }

  private static byte[] deflated(byte[] bytes) {
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream small = new ByteArrayOutputStream();
      byte[] piece = new byte[1024];
      while (!deflater.finished()) {
        small.write(piece, 0, deflater.deflate(piece));
      }
      return small.toByteArray();
    }
  }

  private static Optional<byte[]> inflated(byte[] small) {
    try (Inflater inflater = new Inflater(true)) {
      inflater.setInput(small);
      byte[] large = new byte[LARGEST + 1];
      int length = inflater.inflate(large);
      return inflater.finished() && inflater.getRemaining() == 0 && length <= LARGEST
          ? Optional.of(Arrays.copyOf(large, length))
          : Optional.empty();
    } catch (DataFormatException malformed) {
      return Optional.empty();
    }
  }
}
