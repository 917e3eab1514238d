// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import nl.cims.testkit.people.TestCitizen;
import nl.cims.vocabulary.AssuranceLevel;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a citizen takes along, and what becomes of it: the register signs, the portal prints,
/// anybody checks.
class PaperJourneyIT {

  private static RunningDemo demo;
  private static CitizenBrowser browser;

  @BeforeAll
  static void start() {
    demo = RunningDemo.instance();
    browser = new CitizenBrowser(demo.portal());
  }

  @AfterAll
  static void noNumberInAnyLog() {
    browser.close();
    demo.assertNoNumberInAnyLog();
  }

  @Test
  void anybodyCanCheckTheOverviewThatACitizenTookAlong() throws IOException {
    browser.logIn(TestCitizen.FULL_COVID, AssuranceLevel.SUBSTANTIEEL);
    browser.open(CitizenBrowser.RECORD_NL);
    assertThat(browser.page().locator(".cims-sent").first().textContent())
        .as("what was sent, in the codes of its source")
        .containsPattern("HPK|CVX|SNOMED|EU_PRODUCT");
    List<String> links = links(fetched(".pdf"));
    assertThat(links).isNotEmpty().allMatch(link -> link.startsWith(demo.portal() + "/c#"));
    assertThat(new String(fetched(".json"), java.nio.charset.StandardCharsets.UTF_8))
        .contains("\"resourceType\":\"Bundle\"", "\"Immunization\"")
        .doesNotContain(TestCitizen.FULL_COVID.person().bsn().reveal());
    browser.open(CitizenBrowser.LOG_NL);
    assertThat(browser.text()).contains("Opgehaald om mee te nemen");
    browser.open("/nl/mijn-vaccinaties/vaccinatieplanning");
    assertThat(browser.text()).contains("Basisserie compleet");

    browser.forget();
    browser.page().navigate(links.getFirst());
    browser.page().waitForSelector(".cims-alert");
    assertThat(browser.text()).contains("Deze code is echt", "Vries");
    assertThat(browser.page().url()).doesNotContain("#");
    String digits = links.getFirst().substring(links.getFirst().indexOf('#') + 1);
    char last = digits.charAt(digits.length() - 1);
    browser.open("/nl/controleren");
    browser
        .page()
        .locator("#code")
        .fill(digits.substring(0, digits.length() - 1) + (last == '0' ? '1' : '0'));
    browser.page().locator("main button[type=submit]").click();
    assertThat(browser.text()).doesNotContain("Deze code is echt", "Vries");
  }

  private static byte[] fetched(String kind) throws IOException {
    Download download =
        browser
            .page()
            .waitForDownload(() -> browser.page().locator("a[href$='%s']".formatted(kind)).click());
    return Files.readAllBytes(download.path());
  }

  /// The links of a paper's codes.
  private static List<String> links(byte[] paper) throws IOException {
    List<String> links = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(paper)) {
      for (PDPage page : document.getPages()) {
        for (PDAnnotation annotation : page.getAnnotations()) {
          if (annotation instanceof PDAnnotationLink link
              && link.getAction() instanceof PDActionURI action) {
            links.add(action.getURI());
          }
        }
      }
    }
    return links;
  }
}
