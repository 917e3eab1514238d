// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.cims.registry.RegistryProcess;
import nl.cims.registry.TestNumbers;
import nl.cims.registry.access.Party;
import nl.cims.registry.command.Command;
import nl.cims.registry.console.StaffBroker.Login;
import nl.cims.registry.export.Export;
import nl.cims.registry.export.Exports;
import nl.cims.registry.export.Openssl;
import nl.cims.registry.export.Recipient;
import nl.cims.registry.intake.Intake;
import nl.cims.registry.intake.Reports;
import nl.cims.registry.intake.Sender;
import nl.cims.testkit.certificates.CertificateAuthority;
import nl.cims.vocabulary.Bsn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/// Data of many people leave the register if two people want it, and come out at the recipient
/// alone: `openssl` opens the file with his key, as he would.
class ExportIT {

  private static final String WHY = "Onderzoek naar bijwerkingen, aanvraag 2026-77";
  private static final String PAGE = "/nl/uitleveringen";

  /// A period in which no other test gives a dose.
  private static final String DAY = "2022-06-08";

  @TempDir private Path folder;

  private final RegistryProcess registry = RegistryProcess.running();
  private final String me = UUID.randomUUID().toString();

  @Test
  void oneAsksAnotherDecidesAndTheRecipientAloneReads() throws Exception {
    Bsn twice = TestNumbers.fresh();
    accept(Reports.of(twice).on(DAY));
    accept(Reports.of(twice).on("2022-08-10"));
    accept(Reports.of(TestNumbers.fresh()).on(DAY));
    UUID export = approved();

    CertificateAuthority authority =
        CertificateAuthority.in(folder.resolve("authority"), Clock.systemUTC());
    var cib = authority.issue("cib");
    Recipient recipient = new Recipient("cib", "Epidemiologie", cib.x509());
    List<String> lines = opened(export, recipient, cib.privateKey());

    assertThat(lines.getFirst()).isEqualTo("pseudonym,vaccine,batch,week,age_cohort,source");
    assertThat(lines)
        .anyMatch(it -> it.matches("[0-9a-f]{32},comirnaty,EJ6796,2022-W23,.*,ggd-utrecht"));
    assertThat(String.join("\n", lines)).doesNotContain(twice.reveal(), "Kanarie", "2022-06-08");
    assertThat(pseudonyms(lines).values().stream().filter(many -> many == 2).count())
        .as("doses of one person are told by one pseudonym")
        .isGreaterThanOrEqualTo(1);
    assertThat(opened(export, recipient, cib.privateKey()))
        .as("the same doses get the same pseudonyms")
        .isEqualTo(lines);
    Set<String> other =
        new HashSet<>(pseudonyms(opened(approved(), recipient, cib.privateKey())).keySet());
    other.retainAll(pseudonyms(lines).keySet());
    assertThat(other).as("two exports do not join").isEmpty();

    assertThat(opened(export, recipient, authority.issue("another").privateKey()))
        .as("nobody else opens it")
        .isEmpty();
  }

  @Test
  void aFileThatTurnsUpTellsWhereItCameFrom() throws Exception {
    for (int i = 0; i < 6; i++) {
      accept(Reports.of(TestNumbers.fresh()).on(DAY));
    }
    CertificateAuthority authority =
        CertificateAuthority.in(folder.resolve("authority"), Clock.systemUTC());
    var cib = authority.issue("cib");
    Recipient recipient = new Recipient("cib", "Epidemiologie", cib.x509());
    UUID export = approved();
    UUID another = approved();
    List<String> lines = opened(export, recipient, cib.privateKey());
    Path leaked = folder.resolve("leaked.txt");
    Files.write(leaked, lines.reversed());
    assertThat(trace(leaked))
        .contains(
            "Export " + export,
            "5 of its 5 made-up people",
            "for epidemiology",
            "Kanariegeel a-" + me)
        .doesNotContain(another.toString());

    Files.write(leaked, lines.stream().map(line -> line.replaceFirst("^.", "0f")).toList());
    assertThat(trace(leaked)).as("other people tell nothing").contains("Nobody in this file");
  }

  @Test
  void nobodyDecidesOnWhatHeAskedForAndNothingIsFetchedBefore() {
    Clerk asker = clerk("a-" + me, Duration.ZERO);
    UUID export = asked(asker);
    assertThat(fetch(asker, export).body()).contains("kan niet meer worden opgehaald");
    asker.get(PAGE);
    assertThat(decide(asker, export, "APPROVED").body()).contains("U hebt dit zelf gevraagd");
    Clerk other = clerk("b-" + me, Duration.ZERO);
    other.get(PAGE);
    assertThat(decide(other, export, "DECLINED").statusCode()).isEqualTo(302);
    assertThat(decide(other, export, "APPROVED").body()).contains("heeft hier net over beslist");
    assertThat(fetch(other, export).body()).contains("kan niet meer worden opgehaald");
    assertThat(log(export)).containsExactly(true, false, false, true, false);
    UUID open = asked(asker);
    assertThatThrownBy(
            () ->
                registry
                    .owner()
                    .sql(
                        "INSERT INTO export.decision SELECT id, staff, staff, name, 'DECLINED', name, NULL, now()"
                            + " FROM export.request WHERE id = ?")
                    .param(open)
                    .update())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void eachStepNeedsAPasskeyOfTheLastMinutesAndAKnownRecipient() {
    Clerk stale = clerk("a-" + me, Duration.ofMinutes(6));
    assertThat(stale.get(PAGE).body())
        .contains("in de laatste vijf minuten")
        .doesNotContain("name=\"recipient\"");
    assertThat(ask(stale, "epidemiology", WHY).statusCode()).isEqualTo(403);
    Clerk asker = clerk("a-" + me, Duration.ZERO);
    asker.get(PAGE);
    assertThat(ask(asker, "my-own-laptop", WHY).body()).contains("Kies voor wie het is");
    assertThat(ask(asker, "epidemiology", "te kort").body()).contains("20 tot 1000");
    UUID export = asked(asker);
    Clerk late = clerk("b-" + me, Duration.ofMinutes(6));
    late.get("/nl/werk");
    assertThat(decide(late, export, "APPROVED").statusCode()).isEqualTo(403);
  }

  private UUID approved() {
    UUID export = asked(clerk("a-" + me, Duration.ZERO));
    Clerk other = clerk("b-" + me, Duration.ZERO);
    assertThat(other.get(PAGE).body()).contains(WHY);
    assertThat(decide(other, export, "APPROVED").statusCode()).isEqualTo(302);
    var file = fetch(other, export);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"" + export + ".p7m\"");
    assertThat(file.body()).doesNotContain("comirnaty", "pseudonym");
    return export;
  }

  private UUID asked(Clerk asker) {
    asker.get(PAGE);
    assertThat(ask(asker, "epidemiology", WHY).statusCode()).isEqualTo(302);
    return registry.bean(Exports.class).list(50).stream()
        .filter(it -> it.staff().equals("a-" + me) && it.decision().isEmpty())
        .map(Export::id)
        .findFirst()
        .orElseThrow();
  }

  private static HttpResponse<String> ask(Clerk clerk, String whom, String why) {
    return clerk.post(
        PAGE, "recipient", whom, "van", "2022-06-01", "tot", "2022-08-31", "reason", why);
  }

  private static HttpResponse<String> decide(Clerk clerk, UUID export, String verdict) {
    return clerk.post(
        PAGE + "/" + export + "/besluit",
        "verdict",
        verdict,
        "reason",
        "Past bij het protocol, akkoord");
  }

  private static HttpResponse<String> fetch(Clerk clerk, UUID export) {
    return clerk.post(PAGE + "/" + export + "/bestand");
  }

  /// Whether each step was allowed, as the access log has it.
  private List<Boolean> log(UUID export) {
    return registry
        .owner()
        .sql(
            "SELECT permitted FROM accesslog.entry WHERE kind = 'EXPORT' AND care_relation = ? ORDER BY at, id")
        .param("EXPORT " + export)
        .query(Boolean.class)
        .list();
  }

  /// The lines of the file as somebody with this key gets them from it.
  private List<String> opened(UUID export, Recipient recipient, Path key)
      throws IOException, InterruptedException {
    Path file = folder.resolve(UUID.randomUUID() + ".p7m");
    try (var out = Files.newOutputStream(file)) {
      registry.bean(Exports.class).write(export, recipient, out);
    }
    return Openssl.open(file, key)
        .map(plain -> new String(plain, StandardCharsets.UTF_8).lines().toList())
        .orElse(List.of());
  }

  private static Map<String, Long> pseudonyms(List<String> lines) {
    return lines.stream()
        .skip(1)
        .map(line -> line.substring(0, line.indexOf(',')))
        .collect(Collectors.groupingBy(it -> it, Collectors.counting()));
  }

  private String trace(Path file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Command trace = registry.bean("exportTrace", Command.class);
    trace.run(List.of(file.toString()), new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }

  private Clerk clerk(String id, Duration ago) {
    return Clerk.loggedIn(registry, Login.of(id, "medical-adviser").ago(ago));
  }

  private void accept(Reports report) {
    registry
        .bean(Intake.class)
        .accept(
            Sender.of("ggd-utrecht", Party.Channel.FHIR),
            report.message(),
            List.of(report.report()));
  }
}
