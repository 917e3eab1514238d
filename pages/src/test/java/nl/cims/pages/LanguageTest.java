// SPDX-License-Identifier: EUPL-1.2
package nl.cims.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguageTest {

  @Test
  void readsTheLanguageFromAnAddress() {
    assertThat(Language.ofPath("/en/contact")).contains(Language.EN);
    assertThat(Language.ofPath("/nl")).contains(Language.NL);
    assertThat(Language.ofPath("/english")).isEmpty();
    assertThat(Language.ofPath("/")).isEmpty();
  }

  @Test
  void takesTheLanguageThatTheBrowserLikesBest() {
    assertThat(Language.negotiate("de,en-GB;q=0.8,nl;q=0.5")).isEqualTo(Language.EN);
    assertThat(Language.negotiate("nl-BE,en;q=0.8")).isEqualTo(Language.NL);
    assertThat(Language.negotiate("en;q=0, nl;q=0.1")).isEqualTo(Language.NL);
  }

  @Test
  void isDutchWhereTheBrowserSaysNothingUseful() {
    assertThat(Language.negotiate("")).isEqualTo(Language.NL);
    assertThat(Language.negotiate("fy, pap")).isEqualTo(Language.NL);
    assertThat(Language.negotiate(";;q=<script>")).isEqualTo(Language.NL);
  }
}
