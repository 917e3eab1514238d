// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web;

/// What was typed to ask for an export, and what is wrong with it.
///
/// @param mistake key of the sentence that says what is wrong; empty if nothing is
/// @param recipient id of the one that was chosen
/// @param period as typed
/// @param purpose as typed
public record ExportForm(String mistake, String recipient, LogPeriod period, String purpose) {

  @Override
  public String toString() {
    return "ExportForm[hidden]";
  }
}
