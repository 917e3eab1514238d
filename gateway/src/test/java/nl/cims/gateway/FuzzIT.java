// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import nl.cims.gateway.mllp.MllpFuzz;
import nl.cims.testkit.fuzz.Fuzzing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing that comes over an MLLP connection makes the gateway fail. A short run; `./cims fuzz` is
/// the long one.
class FuzzIT {

  @Test
  void mllp(@TempDir Path examples) throws Exception {
    Files.writeString(
        examples.resolve("two"),
        "\u000bMSH|^~\\&|A|B|C|D|||VXU|1|P|2.5.1\r\u001c\r\u000bMSH#\u001c\r");
    Fuzzing.Result result = Fuzzing.of(MllpFuzz.class, examples);
    assertThat(result.failed()).as(result.said()).isFalse();
  }
}
