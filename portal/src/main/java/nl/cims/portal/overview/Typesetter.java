// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.overview;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import nl.cims.pages.Texts;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Makes the paper: a PDF that assistive software reads (PDF/UA-1) and that is readable for as long
/// as it is kept (PDF/A-3a), with the same as FHIR inside. Nothing of it touches a disk or the
/// network.
@Component
final class Typesetter {

  private static final String TEMPLATE = "overview/overview.jte";
  private static final String FONT = "Source Sans 3";

  static {
    // ImageIO would keep the pictures of codes in temporary files.
    ImageIO.setUseCache(false);
    XRLog.setLoggerImpl(new Complaints());
  }

  private final TemplateEngine templates;
  private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
  private final byte[] regular = read("fonts/SourceSans3-Regular.ttf");
  private final byte[] bold = read("fonts/SourceSans3-Bold.ttf");

  Typesetter(TemplateEngine templates) {
    this.templates = templates;
  }

  /// The file of an overview.
  ///
  /// @param fhir the same as a FHIR Bundle, which goes along in the file
  byte[] set(Overview overview, Texts texts, String fhir) {
    Document page = parsed(filled(overview, texts));
    try (PDDocument document = new PDDocument();
        TrueTypeFont regularFace = face(regular);
        TrueTypeFont boldFace = face(bold);
        PdfBoxRenderer renderer =
            builder(document, regularFace, boldFace).withW3cDocument(page, "").buildPdfRenderer()) {
      renderer.createPDFWithoutClosing();
      Attachment.fhir(
          document,
          fhir.getBytes(StandardCharsets.UTF_8),
          texts.say("overview.attachment"),
          overview.statement().at());
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private PdfRendererBuilder builder(
      PDDocument document, TrueTypeFont regularFace, TrueTypeFont boldFace) throws IOException {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePDDocument(document);
    builder.usePdfUaAccessibility(true);
    builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
    builder.useColorProfile(colours);
    builder.withProducer("CIMS");
    builder.useReplacementText("?");
    use(builder, PDType0Font.load(document, regularFace, true), 400);
    use(builder, PDType0Font.load(document, boldFace, true), 700);
    builder.useExternalResourceAccessControl(
        (address, kind) -> address.startsWith("data:") || address.startsWith("classpath:"),
        ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
    return builder;
  }

  private static void use(PdfRendererBuilder builder, PDFont font, int weight) {
    builder.useFont(new PDFontSupplier(font), FONT, weight, FontStyle.NORMAL, true);
  }

  /// Without its ligatures: PDFBox does not say which letters they are, so that no reader would.
  private static TrueTypeFont face(byte[] file) throws IOException {
    TrueTypeFont face = new TTFParser().parse(new RandomAccessReadBuffer(file));
    face.setEnableGsub(false);
    return face;
  }

  /// What sources send may hold characters that no document may hold, and letters in two pieces of
  /// which the font has the whole.
  private String filled(Overview overview, Texts texts) {
    StringOutput page = new StringOutput();
    templates.render(TEMPLATE, Map.of("overview", overview, "t", texts), page);
    return Normalizer.normalize(page.toString(), Normalizer.Form.NFC)
        .replaceAll("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "?");
  }

  private static Document parsed(String page) {
    try {
      DocumentBuilderFactory parsers = DocumentBuilderFactory.newDefaultNSInstance();
      parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return parsers.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    } catch (ParserConfigurationException | SAXException | IOException notXml) {
      // The cause could quote the page.
      throw new IllegalStateException(
          "the template gives no XML: " + notXml.getClass().getSimpleName());
    }
  }

  private static byte[] read(String file) {
    try (InputStream stream = Typesetter.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("there is no " + file);
      }
      return stream.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
