// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.overview;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/// A PDF as others see it: a reader, a camera, a validator.
public final class Printed {

  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private Printed() {}

  /// Its text, each run of white space as one space.
  public static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  /// The pages as a printer of ordinary quality gives them.
  public static List<BufferedImage> pages(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFRenderer renderer = new PDFRenderer(document);
      List<BufferedImage> pages = new ArrayList<>();
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        pages.add(renderer.renderImageWithDPI(page, 300, ImageType.GRAY));
      }
      return pages;
    }
  }

  /// What a camera reads in the codes, page by page.
  public static List<String> codes(byte[] pdf) throws IOException {
    List<String> read = new ArrayList<>();
    for (BufferedImage page : pages(pdf)) {
      read.addAll(codes(page));
    }
    return read;
  }

  private static List<String> codes(BufferedImage page) {
    int width = page.getWidth();
    int height = page.getHeight();
    LuminanceSource light =
        new RGBLuminanceSource(width, height, page.getRGB(0, 0, width, height, null, 0, width));
    try {
      Result[] found =
          new QRCodeMultiReader()
              .decodeMultiple(
                  new BinaryBitmap(new HybridBinarizer(light)),
                  Map.of(DecodeHintType.TRY_HARDER, true));
      return Stream.of(found).map(Result::getText).toList();
    } catch (NotFoundException none) {
      return List.of();
    }
  }

  /// What veraPDF finds wrong by a standard; empty if the file complies.
  public static List<String> wrongBy(PDFAFlavour standard, byte[] pdf) throws Exception {
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), standard);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(standard, false)) {
      var result = validator.validate(parser);
      List<String> wrong =
          result.getTestAssertions().stream()
              .filter(each -> each.getStatus() == TestAssertion.Status.FAILED)
              .map(each -> each.getRuleId().getClause() + ": " + each.getMessage())
              .distinct()
              .toList();
      return result.isCompliant() || !wrong.isEmpty() ? wrong : List.of("it does not comply");
    }
  }
}
