// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.cims.pages.Language;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages as the browser prints them, read back from paper.
class PrintIT {

  @TempDir static Path directory;
  private static Browsing browsing;

  @BeforeAll
  static void start() throws Exception {
    browsing = new Browsing(directory);
  }

  @AfterAll
  static void stop() {
    browsing.close();
  }

  @Test
  void holdTheFactsAndNoWaysToOtherPages() throws IOException {
    Page page = browsing.open(1280);
    browsing.logIn(page);
    List<String> sheets = sheets(page);
    assertThat(sheets).hasSizeLessThanOrEqualTo(2);
    assertThat(sheets.getFirst())
        .contains("Iris Johanna", "13 september 1992", "FM4187", "HB41190", "Stand van");
    assertThat(String.join("", sheets))
        .contains("HA20771", "mei 2019")
        .doesNotContain(
            "Uitloggen", "Snel naar", "Download", "Waar komt dit vandaan", "Toegankelijkheid");
  }

  @Test
  void holdTheOriginThatWasOpenedAndOnlyTheProgrammeThatWasChosen() throws IOException {
    Page page = browsing.open(1280);
    browsing.logIn(page);
    page.locator(".cims-origin summary").first().click();
    page.locator("label:has(input[value='1'])").click();
    assertThat(String.join("", sheets(page)))
        .contains("FM4187", "HPK 2924528", "Corona (3)")
        .doesNotContain("HB41190", "Rijksvaccinatieprogramma (2)");
  }

  @Test
  void holdEachRowOfTheLogWhole() throws IOException {
    Page page = browsing.open(1280);
    browsing.logIn(page);
    browsing.go(page, PortalPage.ACCESS_LOG, Language.EN);
    assertThat(String.join("", sheets(page)))
        .contains("Huisartsenpraktijk De Linde", "Emergency", "Refused", "2 times")
        .doesNotContain("Show this period", "Log out");
  }

  /// The text of each sheet, all of which are A4.
  private static List<String> sheets(Page page) throws IOException {
    byte[] printed = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
    List<String> sheets = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(printed)) {
      for (int number = 1; number <= document.getNumberOfPages(); number++) {
        PDFTextStripper reader = new PDFTextStripper();
        reader.setStartPage(number);
        reader.setEndPage(number);
        sheets.add(reader.getText(document));
        PDRectangle size = document.getPage(number - 1).getMediaBox();
        assertThat(size.getWidth() / PDRectangle.A4.getWidth()).isBetween(0.99f, 1.01f);
        assertThat(size.getHeight() / PDRectangle.A4.getHeight()).isBetween(0.99f, 1.01f);
      }
    }
    return sheets;
  }
}
