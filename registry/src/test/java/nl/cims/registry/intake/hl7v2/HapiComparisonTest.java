// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.model.v251.message.VXU_V04;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// HAPI, which knows the whole of v2.5.1, reads our own messages strictly and finds in them what
/// our reader finds.
class HapiComparisonTest {

  private static final HapiContext STRICT =
      new DefaultHapiContext(ValidationContextFactory.defaultValidation());

  @ParameterizedTest
  @ValueSource(strings = {"minimal.hl7", "full.hl7", "several.hl7"})
  void findsTheSameInEveryFieldThatBothRead(String name) throws HL7Exception {
    // With an OBX about the person before the first ORC, HAPI finds no order at all.
    String text = Fixtures.message(name).replaceFirst("OBX\\|1\\|CE[^\r]*\r", "");
    VXU_V04 theirs = (VXU_V04) STRICT.getPipeParser().parse(text);
    List<Segment> ours = Segments.of(text, Delimiters.USUAL, new Findings());

    assertSame(theirs.getMSH(), ours, "MSH", 1);
    assertSame(theirs.getPID(), ours, "PID", 1);
    assertSame(theirs.getPD1(), ours, "PD1", 1);
    int observation = 0;
    for (int i = 0; i < theirs.getORDERReps(); i++) {
      assertSame(theirs.getORDER(i).getORC(), ours, "ORC", i + 1);
      assertSame(theirs.getORDER(i).getRXA(), ours, "RXA", i + 1);
      for (int o = 0; o < theirs.getORDER(i).getOBSERVATIONReps(); o++) {
        assertSame(theirs.getORDER(i).getOBSERVATION(o).getOBX(), ours, "OBX", ++observation);
      }
    }
    assertThat(theirs.getORDERReps()).isEqualTo(Fixtures.understood(Fixtures.read(text)).size());
  }

  @Test
  void unescapesTheSame() throws HL7Exception {
    String text =
        Fixtures.changed("minimal.hl7", "El Amrani", "\\F\\ \\S\\ \\T\\ \\R\\ \\E\\ \\Zxx\\");
    VXU_V04 theirs = (VXU_V04) STRICT.getPipeParser().parse(text);
    Segment pid = Segments.of(text, Delimiters.USUAL, new Findings()).get(1);

    assertThat(pid.text(5)).isEqualTo(Terser.get(theirs.getPID(), 5, 0, 1, 1));
  }

  private static void assertSame(
      ca.uhn.hl7v2.model.Segment theirs, List<Segment> ours, String name, int sequence)
      throws HL7Exception {
    List<Segment> named = ours.stream().filter(it -> it.is(name)).toList();
    if (named.size() < sequence) {
      assertThat(theirs.isEmpty()).as(name).isTrue();
      return;
    }
    Segment segment = named.get(sequence - 1);
    for (int field = 3; field <= segment.size(); field++) {
      List<String> repetitions = segment.repetitions(field);
      for (int repetition = 0; repetition < repetitions.size(); repetition++) {
        for (int component = 1; component <= 10; component++) {
          for (int subcomponent = 1; subcomponent <= 3; subcomponent++) {
            String found = Terser.get(theirs, field, repetition, component, subcomponent);
            assertThat(segment.text(repetitions.get(repetition), component, subcomponent))
                .as("%s-%d.%d.%d.%d", name, field, repetition, component, subcomponent)
                .isEqualTo(found == null ? "" : found.strip());
          }
        }
      }
    }
    assertThat(segment.toString().getBytes(UTF_8)).isEqualTo("Segment[hidden]".getBytes(UTF_8));
  }
}
