// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv.web;

/// A result could not be sent to its end, after its begin had gone out.
final class ResultBrokeOff extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ResultBrokeOff(Throwable cause) {
    super("a result broke off", cause);
  }
}
