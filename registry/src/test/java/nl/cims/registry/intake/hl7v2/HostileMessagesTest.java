// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/// Whatever comes in, the answer is a reading: never an exception, never a value of the message.
class HostileMessagesTest {

  private static final List<String> FILES = List.of("minimal.hl7", "full.hl7", "several.hl7");
  private static final String SYNTAX = "|^~\\&\r\n\"MSHPIDORXA019.X\u0000\u000b\u001c\u00e9 ";

  @RepeatedTest(20)
  void survivesRandomChanges(RepetitionInfo repetition) {
    Random chance = new Random(repetition.getCurrentRepetition());
    for (String file : FILES) {
      byte[] original = Fixtures.message(file).getBytes(UTF_8);
      for (int i = 0; i < 100; i++) {
        byte[] changed = original.clone();
        for (int n = chance.nextInt(1, 6); n > 0; n--) {
          changed[chance.nextInt(changed.length)] =
              (byte) SYNTAX.charAt(chance.nextInt(SYNTAX.length()));
        }
        survives(changed);
      }
    }
  }

  @RepeatedTest(20)
  void survivesExchangedAndRepeatedParts(RepetitionInfo repetition) {
    Random chance = new Random(repetition.getCurrentRepetition());
    for (String file : FILES) {
      String[] parts = Fixtures.message(file).split("(?<=[|^~&\r])");
      for (int i = 0; i < 100; i++) {
        String[] changed = parts.clone();
        for (int n = chance.nextInt(1, 4); n > 0; n--) {
          changed[chance.nextInt(changed.length)] =
              parts[chance.nextInt(parts.length)].repeat(chance.nextInt(4));
        }
        survives(String.join("", changed).getBytes(UTF_8));
      }
    }
  }

  @Test
  void survivesEveryTruncation() {
    for (String file : FILES) {
      byte[] original = Fixtures.message(file).getBytes(UTF_8);
      for (int length = 0; length <= original.length; length++) {
        survives(Arrays.copyOf(original, length));
      }
    }
  }

  @Test
  void survivesNoise() {
    Random chance = new Random(7);
    for (int i = 0; i < 2000; i++) {
      byte[] noise = new byte[chance.nextInt(400)];
      chance.nextBytes(noise);
      survives(noise);
      byte[] behindAHeader = ("MSH|^~\\&|" + new String(noise, ISO_8859_1)).getBytes(ISO_8859_1);
      survives(behindAHeader);
    }
  }

  @Test
  void isNotMadeToWorkForNothing() {
    for (String delimiter : List.of("|", "^", "~", "&", "\\", "\r", "\\X41\\", "^&~")) {
      String much = delimiter.repeat(60_000 / delimiter.length());
      survives((Fixtures.message("minimal.hl7") + "OBX|1|ST|1^2^LN||" + much).getBytes(UTF_8));
      survives(Fixtures.changed("minimal.hl7", "999990019", "999990019" + much).getBytes(UTF_8));
    }
  }

  private static void survives(byte[] bytes) {
    Envelope envelope = Fixtures.MESSAGES.open(bytes);
    List<byte[]> messages =
        switch (envelope) {
          case Envelope.One(byte[] message) -> List.of(message);
          case Envelope.Batch batch -> batch.messages();
        };
    for (byte[] message : messages) {
      if (Fixtures.MESSAGES.read(message) instanceof Reading.Rejected rejected) {
        assertThat(rejected.findings()).isNotEmpty();
        assertThat(rejected.findings().toString()).doesNotContain(Fixtures.SECRETS);
      }
    }
  }
}
