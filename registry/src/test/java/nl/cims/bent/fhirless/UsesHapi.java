// SPDX-License-Identifier: EUPL-1.2
package nl.cims.bent.fhirless;

import org.hl7.fhir.r4.model.Immunization;

public class UsesHapi {
  Immunization empty() {
    return new Immunization();
  }
}
