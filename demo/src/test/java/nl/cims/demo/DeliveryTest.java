// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.cims.testkit.messages.Message;
import nl.cims.testkit.people.Population;
import org.junit.jupiter.api.Test;

class DeliveryTest {

  private final Population town = Population.town();
  private final List<Message> all =
      Delivery.of(town).values().stream().flatMap(List::stream).toList();

  @Test
  void sendsEveryReportOnceByMessageOrThroughCoronit() {
    long coronit = town.reports().filter(Coronit::carries).count();

    assertThat(coronit).isBetween(100L, 500L);
    assertThat(all.stream().mapToLong(Message::doses).sum())
        .isEqualTo(town.reports().count() - coronit);
  }

  @Test
  void usesSinglesTransactionsBatchesAndUpdates() {
    assertThat(all).anyMatch(message -> message.path().equals("/fhir/Immunization"));
    assertThat(all).anyMatch(message -> message.body().contains("\"type\":\"transaction\""));
    assertThat(all).anyMatch(message -> message.body().contains("\"type\":\"batch\""));
    assertThat(all).anyMatch(message -> message.method().equals("PUT"));
  }
}
