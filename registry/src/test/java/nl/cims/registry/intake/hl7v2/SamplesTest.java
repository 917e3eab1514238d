// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nl.cims.registry.intake.ReportedVaccination;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Public American messages (microsoft/FHIR-Converter, MIT; CDCgov/CDC_IIS_Open_Tools, Apache-2.0),
/// where the folder with them stands beside the repository (`shared/data`, or wherever the system
/// property `cims.samples` points). They are not ours, so they are not in it.
class SamplesTest {

  private static Path samples = Path.of("");

  @BeforeAll
  static void findThem() {
    Optional<Path> found = find();
    assumeTrue(found.isPresent(), "no folder shared/data beside the repository: nothing to read");
    samples = found.get();
  }

  @Test
  void aPersonWithoutABsnIsAllThatIsWrongWithAGoodOne() throws IOException {
    for (String file : List.of("VXU.hl7", "VXU-V04-01.hl7", "VXU-V04-02.hl7")) {
      assertThat(Fixtures.rejected(Fixtures.read(sample(file))))
          .as(file)
          .contains("PID^1^3^1 FIELD_MISSING");
    }
    assertThat(Fixtures.rejected(Fixtures.read(sample("VXU.hl7"))))
        .containsExactly("PID^1^3^1 FIELD_MISSING");
  }

  @Test
  void withABsnItIsUnderstood() throws IOException {
    String message = sample("VXU.hl7").replace("90012^^^NIST-MPI-1^MR", "999990019^^^NLMINBIZA");
    List<ReportedVaccination> doses = Fixtures.understood(Fixtures.read(message));
    assertThat(doses).hasSize(3);
    ReportedVaccination first = doses.getFirst();
    assertThat(first.identifier().value()).isEqualTo("13696");
    assertThat(first.vaccine().text()).isEqualTo("TENIVAC");
    assertThat(first.vaccine().codes()).as("NDC is kept as text only").isEmpty();
    assertThat(first.administration().manufacturer()).isEqualTo("Sanofi Pasteur");
    assertThat(first.administration().site()).isEqualTo("Right Deltoid");
    assertThat(first.administration().quantity()).isEqualTo("0.5 mL");
    assertThat(doses.getLast().vaccine().codes()).hasToString("[CVX:88]");
  }

  @Test
  void aFileOfMessagesIsABatchAndEachIsReadForItself() throws IOException {
    byte[] file = Files.readAllBytes(samples.resolve("hl7v2/cdc-testgood.hl7"));
    Envelope.Batch batch = (Envelope.Batch) Fixtures.MESSAGES.open(file);
    assertThat(batch.messages()).hasSizeGreaterThanOrEqualTo(30);
    int notGiven = 0;
    for (byte[] message : batch.messages()) {
      List<String> found = Fixtures.rejected(Fixtures.MESSAGES.read(message));
      assertThat(found).contains("PID^1^3^1 FIELD_MISSING");
      assertThat(found)
          .allMatch(
              it ->
                  it.startsWith("PID^1^3")
                      || it.startsWith("RXA^1^20")
                      || it.startsWith("RXA^1^18"));
      notGiven += found.contains("RXA^1^20^1 NOT_ADMINISTERED") ? 1 : 0;
    }
    assertThat(notGiven).isPositive();
  }

  private static String sample(String name) throws IOException {
    return Files.readString(samples.resolve("hl7v2").resolve(name), UTF_8);
  }

  private static Optional<Path> find() {
    String given = System.getProperty("cims.samples", "");
    if (!given.isEmpty()) {
      return Optional.of(Path.of(given)).filter(Files::isDirectory);
    }
    for (Path here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
      Path beside = here.resolve("shared/data");
      if (Files.isDirectory(beside.resolve("hl7v2"))) {
        return Optional.of(beside);
      }
    }
    return Optional.empty();
  }
}
