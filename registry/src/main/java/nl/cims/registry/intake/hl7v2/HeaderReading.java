// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

import java.util.regex.Pattern;

/// Holds the MSH segment against what this interface takes.
final class HeaderReading {

  /// Since v2.4 the segments that are read here have the same fields.
  private static final Pattern VERSIONS =
      Pattern.compile("2\\.(4|5|5\\.1|6|7|7\\.1|8|8\\.1|8\\.2)");

  private static final int LONGEST_ID = 199;

  private final Segment msh;
  private final Findings findings;

  HeaderReading(Segment msh, Findings findings) {
    this.msh = msh;
    this.findings = findings;
  }

  /// Whether it is the message that this interface is for; if not, nothing else in it means
  /// anything here.
  boolean isVaccinationUpdate() {
    if (!msh.text(9, 1).equals("VXU")) {
      findings.add(
          Fault.MESSAGE_TYPE, msh.place(9).component(1), "only VXU^V04 is taken here; send that");
      return false;
    }
    if (!msh.text(9, 2).equals("V04")) {
      findings.add(Fault.EVENT, msh.place(9).component(2), "only VXU^V04 is taken here; send that");
      return false;
    }
    return true;
  }

  void check() {
    if (msh.text(10).isEmpty()) {
      findings.add(
          Fault.CONTROL_ID_MISSING,
          msh.place(10),
          "send a control id; the acknowledgement repeats it");
    } else if (msh.raw(10).length() > LONGEST_ID) {
      findings.add(Fault.VALUE_INVALID, msh.place(10), "a control id has at most 199 characters");
    }
    if (!msh.text(11).equals("P")) {
      findings.add(
          Fault.PROCESSING_ID,
          msh.place(11),
          "the register takes messages of production (P) only; send no tests here");
    }
    if (!VERSIONS.matcher(msh.text(12)).matches()) {
      findings.add(Fault.VERSION, msh.place(12), "send version 2.5.1 (2.4 to 2.8 are understood)");
    }
    if (!msh.text(14).isEmpty()) {
      findings.add(
          Fault.CONTINUATION, msh.place(14), "a message in parts is not taken; send it whole");
    }
  }
}
