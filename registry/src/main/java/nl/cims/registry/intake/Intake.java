// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import java.util.List;
import org.springframework.stereotype.Service;

/// The one door for everything that vaccinating parties report.
@Service
public class Intake {

  /// Registers what a message reports, in one transaction: when this returns, every outcome in the
  /// answer is committed. If one of the reports is refused, nothing of the whole list is written;
  /// the others then come back as [Outcome.Refused] with no reasons of their own.
  ///
  /// @param source the registered party that sends it, by its id
  /// @param message the bytes as they came
  /// @param reports what the message says, at least one
  /// @return one outcome per report, in the same order
  public List<Outcome> accept(
      String source, ReceivedMessage message, List<ReportedVaccination> reports) {
    throw new IllegalStateException("not there yet: " + source + message + reports);
  }
}
