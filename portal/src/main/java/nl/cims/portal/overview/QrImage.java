// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.overview;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Draws a link that ends in digits as a QR code: black and white, without loss, large enough to be
/// printed sharply.
final class QrImage {

  private static final int MODULE = Byte.SIZE;
  private static final int QUIET = 4;

  private QrImage() {}

  /// A PNG, or nothing if the link is too long for a code. Paper gets creased: as much correction
  /// as the size allows, the least only if all else is too long.
  static Optional<byte[]> png(String link, String digits) {
    List<QrSegment> segments =
        List.of(
            QrSegment.makeBytes(link.getBytes(StandardCharsets.US_ASCII)),
            QrSegment.makeNumeric(digits));
    return code(segments, QrCode.Ecc.MEDIUM).map(QrImage::drawn);
  }

  private static Optional<QrCode> code(List<QrSegment> segments, QrCode.Ecc correction) {
    try {
      return Optional.of(
          QrCode.encodeSegments(
              segments, correction, QrCode.MIN_VERSION, QrCode.MAX_VERSION, -1, true));
    } catch (DataTooLongException _) {
      return correction == QrCode.Ecc.LOW ? Optional.empty() : code(segments, QrCode.Ecc.LOW);
    }
  }

  /// A module is eight pixels wide, and so one byte of a picture with one bit for each.
  private static byte[] drawn(QrCode code) {
    int side = code.size + 2 * QUIET;
    BufferedImage image =
        new BufferedImage(side * MODULE, side * MODULE, BufferedImage.TYPE_BYTE_BINARY);
    byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    for (int y = 0; y < side * MODULE; y++) {
      for (int x = 0; x < side; x++) {
        boolean dark = code.getModule(x - QUIET, y / MODULE - QUIET);
        pixels[y * side + x] = (byte) (dark ? 0 : 0xFF);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
