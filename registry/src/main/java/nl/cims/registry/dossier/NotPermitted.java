// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.dossier;

import nl.cims.registry.access.Permission;

/// An employee asked for something that none of his roles allows. The attempt is logged.
public class NotPermitted extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotPermitted(Permission permission) {
    super("this needs the permission " + permission);
  }
}
