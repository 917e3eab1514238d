// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.access;

/// The login was not sure enough for health data.
public final class AssuranceTooLow extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// Without detail: the level is in the access log.
  public AssuranceTooLow() {
    super("the login level is below the minimum for health data");
  }
}
