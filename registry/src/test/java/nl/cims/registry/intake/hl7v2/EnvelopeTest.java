// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// How a file is divided into messages.
class EnvelopeTest {

  private static final String ONE = Fixtures.message("minimal.hl7");

  @Test
  void aMessageIsOne() {
    assertThat(open(ONE)).isInstanceOf(Envelope.One.class);
    assertThat(open("\r\n" + ONE)).isInstanceOf(Envelope.One.class);
    assertThat(open("")).isInstanceOf(Envelope.One.class);
    assertThat(open("CANARY\r" + ONE)).isInstanceOf(Envelope.One.class);
  }

  @Test
  void aBatchFileIsDividedAndCounted() {
    Envelope.Batch batch =
        batch(
            "FHS|^~\\&|HIS||||20261003||||FILE1\rBHS|^~\\&|||||||||BATCH1\r"
                + ONE
                + ONE
                + "BTS|2\rFTS|1\r");
    assertThat(batch.messages()).hasSize(2);
    assertThat(batch.messages()).allSatisfy(it -> assertThat(new String(it, UTF_8)).isEqualTo(ONE));
    assertThat(batch.announced()).isEqualTo(OptionalInt.of(2));
    assertThat(batch.fileId()).isEqualTo("FILE1");
    assertThat(batch.batchId()).isEqualTo("BATCH1");
  }

  @Test
  void severalBatchesInOneFileAreCountedTogether() {
    Envelope.Batch batch =
        batch(
            "FHS|^~\\&\rBHS|^~\\&\r" + ONE + "BTS|1\rBHS|^~\\&\r" + ONE + ONE + "BTS|2 \rFTS|2\r");
    assertThat(batch.messages()).hasSize(3);
    assertThat(batch.announced()).isEqualTo(OptionalInt.of(3));
  }

  @Test
  void messagesOneAfterTheOtherAreABatchToo() {
    Envelope.Batch batch = batch(ONE.replace('\r', '\n') + "\n\n" + ONE);
    assertThat(batch.messages()).hasSize(2);
    assertThat(batch.announced()).isEmpty();
  }

  @Test
  void whatIsNoMessageInABatchStandsAlone() {
    Envelope.Batch batch = batch("BHS|^~\\&\rCANARY\r" + ONE + "BTS|1\rnoch dit\r");
    assertThat(batch.messages()).hasSize(3);
    assertThat(Fixtures.rejected(Fixtures.MESSAGES.read(batch.messages().getFirst())))
        .containsExactly("MSH^1 UNREADABLE");
  }

  private static Envelope.Batch batch(String file) {
    return (Envelope.Batch) open(file);
  }

  private static Envelope open(String file) {
    return Fixtures.MESSAGES.open(file.getBytes(UTF_8));
  }
}
