// SPDX-License-Identifier: EUPL-1.2
package nl.cims.contracts.citizen;

/// The programme under which a vaccine is given.
public enum Programme {
  COVID,
  RVP,
  OTHER
}
