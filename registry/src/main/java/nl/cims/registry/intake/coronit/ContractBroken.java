// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import java.util.List;

/// The GGDs' view is not what was agreed: nothing is read until it is again. The message is for the
/// operator and holds names of columns and types only.
final class ContractBroken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ContractBroken(List<String> differences) {
    super(Contract.VIEW + ": " + String.join("; ", differences));
  }
}
