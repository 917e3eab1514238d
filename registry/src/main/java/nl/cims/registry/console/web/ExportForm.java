// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web;

/// What was typed about an export, and what is wrong with it.
///
/// @param about which export; empty if it is about the form for a new one
/// @param mistake key of the sentence that says what is wrong; empty if nothing is
/// @param purpose as typed
public record ExportForm(String about, String mistake, String purpose) {

  /// Nothing typed yet.
  static final ExportForm EMPTY = new ExportForm("", "", "");

  @Override
  public String toString() {
    return "ExportForm[hidden]";
  }
}
