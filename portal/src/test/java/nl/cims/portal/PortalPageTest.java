// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import nl.cims.pages.Language;
import org.junit.jupiter.api.Test;

class PortalPageTest {

  @Test
  void noTwoPagesShareAnAddress() {
    List<String> addresses =
        Arrays.stream(PortalPage.values())
            .flatMap(page -> Arrays.stream(Language.values()).map(page::address))
            .toList();
    assertThat(addresses)
        .doesNotHaveDuplicates()
        .allMatch(path -> path.matches("/(nl|en)(/[a-z-]+)*(\\.(pdf|json))?"));
  }

  @Test
  void aLoginLeadsOnlyToPersonalPages() {
    assertThat(PortalPage.personal("RECORD")).isEqualTo(PortalPage.RECORD);
    assertThat(PortalPage.personal("LOG_OUT")).isEqualTo(PortalPage.MY_VACCINATIONS);
    assertThat(PortalPage.personal("https://elsewhere.example"))
        .isEqualTo(PortalPage.MY_VACCINATIONS);
    assertThat(PortalPage.personal(null)).isEqualTo(PortalPage.MY_VACCINATIONS);
  }

  @Test
  void noPersonalPageIsOpenToEverybody() {
    assertThat(PortalPage.publicAddresses())
        .isNotEmpty()
        .doesNotContain(
            PortalPage.RECORD.address(Language.NL), PortalPage.ACCESS_LOG.address(Language.EN));
  }
}
