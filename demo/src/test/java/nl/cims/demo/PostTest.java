// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import nl.cims.testkit.people.Source;
import org.junit.jupiter.api.Test;

class PostTest {

  @Test
  void knowsABundleInEitherFormat() {
    assertThat(Post.isBundle("{ \"resourceType\" : \"Bundle\" }")).isTrue();
    assertThat(Post.isBundle("<?xml version=\"1.0\"?><Bundle xmlns=\"http://hl7.org/fhir\">"))
        .isTrue();
    assertThat(Post.isBundle("{\"resourceType\":\"Immunization\"}")).isFalse();
  }

  @Test
  void knowsHl7ByTheNameOfItsFile() {
    assertThat(Post.isHl7(Path.of("a/b.HL7"))).isTrue();
    assertThat(Post.isHl7(Path.of("hl7.json"))).isFalse();
  }

  @Test
  void sendsFilesAsSomebodyWhoMay() {
    assertThat(Post.usual(List.of("doses.csv"))).isEqualTo(Source.CARE_HOME);
    assertThat(Post.usual(List.of("dose.json"))).isEqualTo(Source.GGD_UTRECHT);
  }

  @Test
  void namesThePartiesWhenItDoesNotKnowOne() {
    assertThatExceptionOfType(CannotProceed.class)
        .isThrownBy(() -> Post.party("nobody"))
        .withMessageContaining("ggd-utrecht");
  }
}
