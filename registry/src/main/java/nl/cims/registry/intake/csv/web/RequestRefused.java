// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv.web;

import nl.cims.contracts.problem.ProblemType;

/// A request that is answered with a problem. Its detail repeats nothing that came in.
final class RequestRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemType type;

  RequestRefused(ProblemType type, String detail) {
    super(detail, null, false, false);
    this.type = type;
  }

  ProblemType type() {
    return type;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
