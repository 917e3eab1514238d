// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.parser.StrictErrorHandler;
import java.util.Comparator;
import java.util.List;
import nl.cims.registry.intake.ReportedVaccination;
import nl.cims.registry.intake.ReportedVaccination.Intention;
import nl.cims.registry.intake.ReportedVaccination.Sharing;
import nl.cims.testkit.messages.FhirMessages.BundleType;
import nl.cims.testkit.messages.Message;
import nl.cims.testkit.people.Population;
import nl.cims.testkit.people.Report;
import nl.cims.testkit.people.Source;
import nl.cims.testkit.people.TestCitizen;
import org.hl7.fhir.r4.model.Immunization;
import org.junit.jupiter.api.Test;

/// The messages about the synthetic town: all of them are understood, and as HAPI's parser reads
/// them.
class TownTest {

  private static final List<Report> REPORTS = Population.of(7, 40).reports().toList();

  @Test
  void everyMessageIsUnderstoodAsHapiReadsIt() {
    for (Report report : REPORTS) {
      Message message = nl.cims.testkit.messages.FhirMessages.single(report);
      ReportedVaccination read = Fixtures.understood(read(message));
      Immunization hapi =
          Fixtures.CONTEXT
              .newJsonParser()
              .setParserErrorHandler(new StrictErrorHandler())
              .parseResource(Immunization.class, message.body());

      assertThat(read.identifier().value()).isEqualTo(hapi.getIdentifierFirstRep().getValue());
      assertThat(hapi.getOccurrenceDateTimeType().getValueAsString())
          .startsWith(read.occurredOn().toString());
      assertThat(read.intention()).isEqualTo(intention(report));
      assertThat(read.vaccine().codes()).isNotEmpty();
      assertThat(read.person().isPresent() || read.sharing() == Sharing.REFUSED).isTrue();
    }
  }

  @Test
  void everyMessageSaysTheSameInXml() {
    for (Report report : REPORTS.subList(0, 40)) {
      Message message = nl.cims.testkit.messages.FhirMessages.single(report);
      String xml =
          Fixtures.CONTEXT
              .newXmlParser()
              .encodeResourceToString(
                  Fixtures.CONTEXT.newJsonParser().parseResource(message.body()));
      Message other = new Message(message.sender(), message.method(), message.path(), xml, 1);

      assertThat(Fixtures.understood(read(other, FhirFormat.XML)).content())
          .isEqualTo(Fixtures.understood(read(message)).content());
    }
  }

  @Test
  void aTransactionSaysTheSameAsItsParts() {
    Source source = REPORTS.getFirst().dose().source();
    List<Report> records =
        REPORTS.stream()
            .filter(it -> it.dose().source().equals(source) && it.kind() == Report.Kind.RECORD)
            .limit(50)
            .toList();
    Message message = nl.cims.testkit.messages.FhirMessages.bundle(BundleType.TRANSACTION, records);
    Reading.Several several =
        (Reading.Several) Fixtures.MESSAGES.bundle(message.body().getBytes(UTF_8), FhirFormat.JSON);

    List<byte[]> together =
        several.parts().stream()
            .filter(Reading.Part.Vaccination.class::isInstance)
            .map(part -> ((Reading.Part.Vaccination) part).reported().content())
            .toList();
    List<byte[]> alone =
        records.stream()
            .map(it -> Fixtures.understood(read(nl.cims.testkit.messages.FhirMessages.single(it))))
            .map(ReportedVaccination::content)
            .toList();
    assertThat(together).usingElementComparator(Comparator.comparing(String::new)).isEqualTo(alone);
  }

  @Test
  void everyTestCitizenIsUnderstood() {
    for (TestCitizen citizen : TestCitizen.values()) {
      for (Report report : citizen.reports()) {
        assertThat(read(nl.cims.testkit.messages.FhirMessages.single(report)))
            .as(citizen.name())
            .isInstanceOf(Reading.Understood.class);
      }
    }
  }

  private static Intention intention(Report report) {
    return switch (report.kind()) {
      case RECORD -> Intention.RECORD;
      case CORRECT -> Intention.CORRECT;
      case WITHDRAW -> Intention.WITHDRAW;
    };
  }

  private static Reading read(Message message) {
    return read(message, FhirFormat.JSON);
  }

  private static Reading read(Message message, FhirFormat format) {
    byte[] body = message.body().getBytes(UTF_8);
    int query = message.path().indexOf('?');
    return message.method().equals("POST")
        ? Fixtures.MESSAGES.create(body, format)
        : Fixtures.MESSAGES.update(body, format, message.path().substring(query + 1));
  }
}
