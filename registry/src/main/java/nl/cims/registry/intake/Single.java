// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

/// A message that reports one vaccination.
///
/// @param message its bytes
/// @param report what it says
public record Single(ReceivedMessage message, ReportedVaccination report) {

  /// A report that did not come in a message of its own: of it is kept what it says.
  public static Single extracted(ReportedVaccination report) {
    return new Single(new ReceivedMessage(Delivery.CANONICAL, report.content()), report);
  }

  @Override
  public String toString() {
    return "Single[hidden]";
  }
}
