// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.cims.pages.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages as people set them for themselves, and how light they are.
class AdaptationIT {

  /// WCAG 2.2, success criterion 1.4.12.
  private static final String TEXT_SPACING =
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em"
          + " !important } p { margin-block-end: 2em !important }";

  private static final int MOST_BYTES = 60_000;

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

  @BeforeEach
  void noComplaints() {
    browsing.complaints.clear();
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 1280})
  void giveTextTheRoomThatItsReaderSets(int width) {
    Page page = browsing.open(Browsing.options(width).setBypassCSP(true));
    browsing.logIn(page);
    for (PortalPage each : Browsing.shown()) {
      browsing.go(page, each, Language.NL);
      page.addStyleTag(new Page.AddStyleTagOptions().setContent(TEXT_SPACING));
      browsing.complaints.measure(page, each + " spaced");
      browsing.findCut(page, each + " spaced");
    }
    assertThat(browsing.complaints.all()).isEmpty();
  }

  @Test
  void wouldFindTextThatIsCutOff() {
    Page page = browsing.open(1280);
    page.navigate(browsing.rig.url("/en"));
    page.evaluate(
        "Object.assign(document.querySelector('h1').style, {height: '5px', overflow: 'hidden'})");
    browsing.findCut(page, "planted");
    assertThat(browsing.complaints.all()).hasSize(1);
  }

  @Test
  void keepTheirShapesInForcedColours() {
    Page page = browsing.open(Browsing.options(1280).setForcedColors(ForcedColors.ACTIVE));
    browsing.logIn(page);
    assertThat(style(page, ".cims-choice input:checked + span", "outlineStyle")).isEqualTo("solid");
    assertThat(style(page, ".cims-choice input:not(:checked) + span", "outlineStyle"))
        .isEqualTo("none");
    page.keyboard().press("Tab");
    assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
        .isEqualTo("solid");
  }

  @Test
  void doNotMoveForWhoDoesNotWantIt() {
    Page still = browsing.open(Browsing.options(1280).setReducedMotion(ReducedMotion.REDUCE));
    Page moving = browsing.open(1280);
    for (Page page : List.of(still, moving)) {
      browsing.logIn(page);
    }
    assertThat(moves(moving)).isPositive();
    assertThat(moves(still)).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1280})
  void areLightAndDoNotShift(int width) {
    Page page = browsing.open(width);
    browsing.logIn(page);
    page.context().clearCookies();
    Page fresh = browsing.open(width);
    List<Integer> sizes = new ArrayList<>();
    fresh.onResponse(
        response -> {
          if (response.status() == 200) {
            sizes.add(response.request().sizes().responseBodySize);
          }
        });
    browsing.logIn(fresh);
    fresh.waitForLoadState();
    int bytes = sizes.stream().mapToInt(Integer::intValue).sum();
    assertThat(sizes).as("page, two styles, script, font").hasSizeGreaterThanOrEqualTo(5);
    assertThat(bytes).isBetween(30_000, MOST_BYTES);
    assertThat(fresh.evaluate(SHIFT)).isEqualTo(0);
    fresh.evaluate("document.querySelector('main').style.paddingTop = '200px'");
    assertThat(((Number) fresh.evaluate(SHIFT)).doubleValue()).as("a shift is seen").isPositive();
  }

  /// The sum of all layout shifts since the page began.
  private static final String SHIFT =
      "new Promise(done => { let sum = 0;"
          + " new PerformanceObserver(list => list.getEntries().forEach(e => sum += e.value))"
          + ".observe({type: 'layout-shift', buffered: true});"
          + " requestAnimationFrame(() => setTimeout(() => done(sum), 200)); })";

  private static int moves(Page page) {
    Object moving =
        page.evaluate(
            "[...document.querySelectorAll('*')].map(e => getComputedStyle(e)).filter(s =>"
                + " s.transitionDuration !== '0s' || s.animationName !== 'none').length");
    return ((Number) moving).intValue();
  }

  private static Object style(Page page, String selector, String property) {
    return page.evaluate(
        "getComputedStyle(document.querySelector(\"%s\")).%s".formatted(selector, property));
  }
}
