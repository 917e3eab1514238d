// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.cims.testkit.messages.FhirMessages;
import nl.cims.testkit.messages.Message;
import nl.cims.testkit.people.Dose;
import nl.cims.testkit.people.Product;
import nl.cims.testkit.people.Report;
import nl.cims.testkit.people.Source;
import nl.cims.testkit.people.TestCitizen;
import nl.cims.vocabulary.BatchNumber;
import nl.cims.vocabulary.PartialDate;

/// What is printed when all is ready: where everything is, whom to be, and how to send one more
/// message.
final class Welcome {

  private static final Source SENDER = Source.GGD_UTRECHT;
  private static final TestCitizen RECEIVER = TestCitizen.NO_VACCINATIONS;
  private static final int NAME_WIDTH = 36;

  private final Home home;
  private final int offset;
  private final Map<String, String> codes;

  /// @param codes with which employees register their passkeys, by name and role
  Welcome(Home home, int offset, Map<String, String> codes) {
    this.home = home;
    this.offset = offset;
    this.codes = Map.copyOf(codes);
  }

  /// The message that the printed commands send.
  static Message oneMoreMessage() {
    return FhirMessages.single(
        new Report(
            Report.Kind.RECORD,
            RECEIVER.person(),
            new Dose(
                SENDER,
                "one-more-message",
                Product.COMIRNATY,
                PartialDate.parse("2026-10-12"),
                Optional.of(new BatchNumber("MK7311")),
                1,
                Dose.Sharing.AGREED)));
  }

  String text() {
    return """

        CIMS runs. Log in to the portal with DigiD as one of the test citizens.

        %s
        Test citizens
        %s
        %sOne more message, sent as %s; afterwards %s has a vaccination:

        %s
        """
        .formatted(
            addresses(),
            citizens(),
            employees(),
            SENDER.title(),
            RECEIVER.person().name().full(),
            curl());
  }

  private String addresses() {
    return """
          Portal           %s
          Staff console    %s
          DigiD simulator  %s
          Broker           %s   for staff %s   for machines %s
          Gateway          %s   for HL7 v2 also MLLP on port %d
          Registry         %s
          PostgreSQL       localhost:%d
          Logs             %s
        """
        .formatted(
            Deployable.PORTAL.address(offset),
            Settings.console(offset),
            Deployable.DIGID.address(offset),
            Deployable.BROKER.address(offset),
            Settings.brokerStaff(offset),
            Settings.brokerMachines(offset),
            Deployable.GATEWAY.address(offset),
            Port.MLLP.shiftedBy(offset),
            Deployable.REGISTRY.address(offset),
            Port.POSTGRESQL.shiftedBy(offset),
            home.logs());
  }

  private static String citizens() {
    return Stream.of(TestCitizen.values())
        .map(
            citizen ->
                "  %-36s  %s\n"
                    .formatted(shortened(citizen.person().name().full()), citizen.note().en()))
        .collect(Collectors.joining());
  }

  /// Whoever has registered two passkeys needs no code any more.
  private String employees() {
    if (codes.isEmpty()) {
      return "";
    }
    String each =
        codes.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(code -> "  %-36s  %s\n".formatted(code.getKey(), code.getValue()))
            .collect(Collectors.joining());
    return """
        Employees register two passkeys at %s/staff/code, once, with their code
        %s
        """
        .formatted(Settings.brokerStaff(offset), each);
  }

  private static String shortened(String name) {
    return name.length() <= NAME_WIDTH ? name : name.substring(0, NAME_WIDTH - 1) + "…";
  }

  private String curl() {
    Path certificates = home.certificates();
    String tls =
        "--cacert '%s/ca.crt.pem' --cert '%s/%s.crt.pem' --key '%s/%s.key.pem'"
            .formatted(certificates, certificates, SENDER.id(), certificates, SENDER.id());
    return """
        TOKEN=$(curl -sS %1$s \\
          -d grant_type=client_credentials -d client_id=%2$s -d scope=vaccination:report \\
          %3$s/oauth2/token | sed 's/.*"access_token" *: *"\\([^"]*\\)".*/\\1/')
        curl -sS -i %1$s \\
          -H "Authorization: Bearer $TOKEN" -H 'Content-Type: %4$s' \\
          --data-binary '@%5$s' \\
          %6$s%7$s
        """
        .formatted(
            tls,
            SENDER.id(),
            Settings.brokerMachines(offset),
            Message.MEDIA_TYPE,
            home.exampleMessage(),
            Deployable.GATEWAY.address(offset),
            oneMoreMessage().path());
  }
}
