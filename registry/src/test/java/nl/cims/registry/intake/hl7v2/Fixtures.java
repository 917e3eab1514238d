// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import nl.cims.registry.intake.ReportedVaccination;
import org.springframework.util.unit.DataSize;

/// The project's own messages, and ways to change them.
public final class Fixtures {

  /// A reader with low limits.
  public static final Hl7Messages MESSAGES =
      new Hl7Messages(new Hl7Settings(DataSize.ofKilobytes(64), DataSize.ofMegabytes(5), 100));

  /// BSNs of the test range, which no answer may ever repeat.
  static final List<String> SECRETS =
      List.of("999990019", "999990068", "999990020", "Amrani", "Veld", "Noor", "CANARY");

  private Fixtures() {}

  /// A message with its segments ended as the standard says.
  public static String message(String name) {
    try (InputStream file = Fixtures.class.getResourceAsStream("/hl7v2/" + name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), UTF_8)
          .replace('\n', '\r');
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  static Reading read(String message) {
    return MESSAGES.read(message.getBytes(UTF_8));
  }

  /// The message with this change, which must be there.
  static String changed(String name, String from, String to) {
    String message = message(name);
    assertThat(message).contains(from);
    return message.replace(from, to);
  }

  static List<ReportedVaccination> understood(Reading reading) {
    assertThat(reading)
        .as(reading instanceof Reading.Rejected rejected ? rejected.findings().toString() : "")
        .isInstanceOf(Reading.Understood.class);
    return ((Reading.Understood) reading)
        .vaccinations().stream().map(Reading.Told::reported).toList();
  }

  /// What was found, as `PID^1^3 FIELD_MISSING`.
  static List<String> rejected(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Rejected.class);
    return ((Reading.Rejected) reading)
        .findings().stream().map(it -> it.place().printed('^') + " " + it.fault()).toList();
  }
}
