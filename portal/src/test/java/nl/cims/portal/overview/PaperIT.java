// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.overview;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import com.openhtmltopdf.util.LogMessageId.LogMessageId1Param;
import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import nl.cims.contracts.citizen.DossierView;
import nl.cims.contracts.citizen.ExportView;
import nl.cims.contracts.citizen.VaccinationView;
import nl.cims.pages.Language;
import nl.cims.pages.Texts;
import nl.cims.pages.Wording;
import nl.cims.portal.PortalSettings;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class PaperIT {

  private static final Wording WORDING =
      Wording.of(Map.of("organisation", "RIVM", "product", "MijnRIVM"), "/nl/cims/portal/texts");
  private static final PortalSettings SETTINGS =
      new Binder(
              new MapConfigurationPropertySource(
                  Map.of(
                      "cims.portal.public-address", "https://mijn.register.example",
                      "cims.portal.gateway", "https://gateway.example",
                      "cims.portal.revocation.lists", "list.pem",
                      "cims.portal.broker.issuer", "https://broker.example",
                      "cims.portal.broker.back-channel", "https://broker.example",
                      "cims.portal.programmes[0].id", "OTHER",
                      "cims.portal.programmes[0].nl", "Overig",
                      "cims.portal.programmes[0].en", "Other")))
          .bind("cims.portal", PortalSettings.class)
          .get();

  private final Typesetter typesetter =
      new Typesetter(TemplateEngine.createPrecompiled(ContentType.Html));
  private final Sealer sealer = new Sealer();

  PaperIT() throws Exception {}

  static Stream<Arguments> everyPaperInBothLanguages() {
    return Stream.of(Papers.plain(), Papers.empty(), Papers.forty(), Papers.strange())
        .flatMap(dossier -> Stream.of(Language.values()).map(each -> Arguments.of(dossier, each)));
  }

  @ParameterizedTest
  @MethodSource("everyPaperInBothLanguages")
  void compliesAndSaysEverything(DossierView dossier, Language language) throws Exception {
    byte[] pdf = pdf(dossier, language);
    assertThat(Printed.wrongBy(PDFAFlavour.PDFUA_1, pdf)).isEmpty();
    assertThat(Printed.wrongBy(PDFAFlavour.PDFA_3_A, pdf)).isEmpty();
    Texts texts = WORDING.in(language);
    String text = Printed.text(pdf);
    assertThat(text)
        .contains("RIVM", Sealer.DOCUMENT, texts.say("overview.title"))
        .contains(texts.dates().day(Papers.NOW))
        .contains(texts.say("overview.genuine"), texts.say("overview.genuine.see"));
    if (dossier.vaccinations().isEmpty()) {
      assertThat(text).contains(texts.say("overview.none"), texts.say("overview.none.text"));
    }
    if (!dossier.equals(Papers.strange())) {
      dossier.vaccinations().forEach(dose -> assertSays(text, dose, texts));
    }
  }

  private static void assertSays(String text, VaccinationView dose, Texts texts) {
    String together = text.replace(" ", "");
    Stream.of(
            Stream.of(dose.name().in(texts.language().code()), texts.dates().partial(dose.date())),
            dose.diseases().stream().map(disease -> disease.in(texts.language().code())),
            dose.batchNumber().stream(),
            dose.manufacturer().stream(),
            dose.administeredBy().stream())
        .flatMap(each -> each)
        .forEach(each -> assertThat(together).contains(each.replace(" ", "")));
  }

  @Test
  void repeatsTheHeaderOnEachPageOfTheTableAndNumbersPages() throws Exception {
    String text = Printed.text(pdf(Papers.forty(), Language.NL));
    assertThat(text).contains("1 van 5", "5 van 5").doesNotContain("van 6");
    assertThat(text.split("Nr\\. Vaccinatie Datum Batchnummer Fabrikant", -1)).hasSize(5);
  }

  @Test
  void showsStrangeDataAsTheyCame() throws Exception {
    String text = Printed.text(pdf(Papers.strange(), Language.EN));
    assertThat(text.replace(" ", ""))
        .contains("<b>DTP</b>&\"more\"]]>é")
        .contains("A2C4E6G8J0-A2C4E6G8J0-A2C4E6G8J0-A2C4E6G8J0-A2C4E6G8J0-60CH")
        .contains("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesell")
        .contains("Çelebi-İnönü-von-und-zu-Łódź-Nguyễn-Sjökvist-Ο'Βριεν-???")
        .contains("yesterday", "May2019", "Kenya", "M".repeat(200));
  }

  @Test
  void carriesTheSameAsFhirInside() throws Exception {
    ExportView export = sealer.export(Papers.plain(), "nl");
    try (PDDocument document = Loader.loadPDF(pdf(export, Language.NL))) {
      var files = document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
      assertThat(files).containsOnlyKeys(Attachment.NAME);
      PDComplexFileSpecification file = files.get(Attachment.NAME);
      assertThat(new String(file.getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8))
          .isEqualTo(export.fhir());
      assertThat(file.getEmbeddedFile().getSubtype()).isEqualTo("application/fhir+json");
      assertThat(file.getCOSObject().getNameAsString("AFRelationship")).isEqualTo("Alternative");
      COSArray associated =
          document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.getPDFName("AF"));
      assertThat(associated.getObject(0)).isEqualTo(file.getCOSObject());
    }
  }

  @Test
  void namesItselfWithoutSayingOfWhomItIs() throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf(Papers.plain(), Language.EN))) {
      assertThat(document.getDocumentInformation().getTitle())
          .isEqualTo("Overview of vaccinations");
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
      assertThat(document.getDocumentCatalog().getViewerPreferences().displayDocTitle()).isTrue();
      assertThat(document.getDocumentCatalog().getDocumentOutline().children()).hasSize(4);
      assertThat(document.getDocumentInformation().getCOSObject().toString())
          .doesNotContain("Turfhaven");
    }
  }

  @Test
  void saysSoWhereACodeCannotHoldTheData() throws Exception {
    byte[] pdf = pdf(Papers.withoutPattern(), Language.EN);
    assertThat(Printed.codes(pdf)).isEmpty();
    assertThat(Printed.text(pdf)).contains("These data are too long for a code.");
    assertThat(Printed.wrongBy(PDFAFlavour.PDFUA_1, pdf)).isEmpty();
  }

  @Test
  void leavesNothingInLogsOrOnADisk() throws Exception {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level before = root.getLevel();
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    List<Appender<ILoggingEvent>> others = new ArrayList<>();
    root.iteratorForAppenders().forEachRemaining(others::add);
    others.forEach(root::detachAppender);
    root.addAppender(lines);
    root.setLevel(Level.TRACE);
    try {
      pdf(Papers.strange(), Language.NL);
      pdf(Papers.plain(), Language.NL);
      XRLog.log(
          java.util.logging.Level.WARNING, LogMessageId1Param.GENERAL_MESSAGE, "van der Turfhaven");
    } finally {
      root.detachAppender(lines);
      others.forEach(root::addAppender);
      root.setLevel(before);
    }
    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .contains("A PDF is not as it should be: GENERAL_MESSAGE")
        .noneMatch(line -> line.contains("Turfhaven") || line.contains("A2C4E6"));
    assertThat(lines.list)
        .filteredOn(line -> line.getLevel().isGreaterOrEqual(Level.WARN))
        .hasSize(1);
    assertThat(ImageIO.getUseCache()).isFalse();
  }

  @Test
  void theValidatorRefusesAPaperWithoutTags() throws Exception {
    byte[] spoilt =
        spoilt(
            document ->
                document.getDocumentCatalog().getCOSObject().removeItem(COSName.STRUCT_TREE_ROOT));
    assertThat(Printed.wrongBy(PDFAFlavour.PDFUA_1, spoilt)).isNotEmpty();
    assertThat(Printed.wrongBy(PDFAFlavour.PDFA_3_A, spoilt)).isNotEmpty();
  }

  @Test
  void theValidatorRefusesAPaperWithoutItsFonts() throws Exception {
    byte[] spoilt = spoilt(PaperIT::removeFonts);
    assertThat(Printed.wrongBy(PDFAFlavour.PDFUA_1, spoilt)).isNotEmpty();
    assertThat(Printed.wrongBy(PDFAFlavour.PDFA_3_A, spoilt)).isNotEmpty();
  }

  @Test
  void theValidatorRefusesAnAttachmentThatDoesNotSayWhatItIs() throws Exception {
    byte[] spoilt =
        spoilt(
            document ->
                ((COSDictionary)
                        document
                            .getDocumentCatalog()
                            .getCOSObject()
                            .getCOSArray(COSName.getPDFName("AF"))
                            .getObject(0))
                    .removeItem(COSName.getPDFName("AFRelationship")));
    assertThat(Printed.wrongBy(PDFAFlavour.PDFA_3_A, spoilt)).isNotEmpty();
  }

  /// That nothing but the change is what the validator refuses above.
  @Test
  void theValidatorAcceptsThePaperAfterItWasSavedAgain() throws Exception {
    byte[] again = spoilt(document -> List.of());
    assertThat(Printed.wrongBy(PDFAFlavour.PDFUA_1, again)).isEmpty();
    assertThat(Printed.wrongBy(PDFAFlavour.PDFA_3_A, again)).isEmpty();
  }

  private static void removeFonts(PDDocument document) {
    try {
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          PDType0Font font = (PDType0Font) page.getResources().getFont(name);
          PDFontDescriptor descriptor = font.getDescendantFont().getFontDescriptor();
          descriptor.getCOSObject().removeItem(COSName.FONT_FILE2);
        }
      }
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private byte[] spoilt(Consumer<PDDocument> change) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf(Papers.plain(), Language.NL))) {
      change.accept(document);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private byte[] pdf(DossierView dossier, Language language) {
    return pdf(sealer.export(dossier, language.code()), language);
  }

  private byte[] pdf(ExportView export, Language language) {
    return typesetter.set(Overview.of(export, SETTINGS), WORDING.in(language), export.fhir());
  }
}
