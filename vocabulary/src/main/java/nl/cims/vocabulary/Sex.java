// SPDX-License-Identifier: EUPL-1.2
package nl.cims.vocabulary;

/// Administrative sex as the population register keeps it; FHIR's `AdministrativeGender` maps onto
/// it.
public enum Sex {
  MALE,
  FEMALE,
  OTHER,
  UNKNOWN
}
