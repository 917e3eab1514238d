// SPDX-License-Identifier: EUPL-1.2
package nl.cims.safeguard;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

/// The process does not start, because of these findings.
public final class StartRefused extends FailureAnalyzedException {

  private static final long serialVersionUID = 1L;

  StartRefused(List<Finding> findings) {
    super(
        "Not in production:\n"
            + findings.stream().map(each -> "  * " + each).collect(Collectors.joining("\n")),
        "Change each of these. With 'doctor' as argument the process lists what is wrong and does not start."
            + " Only where all people are invented: %s=demo.".formatted(Settings.ENVIRONMENT));
  }
}
