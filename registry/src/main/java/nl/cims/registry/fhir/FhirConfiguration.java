// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.fhir;

import ca.uhn.fhir.context.FhirContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// HAPI's model of FHIR R4, made once: it takes a second and never changes.
@Configuration(proxyBeanMethods = false)
class FhirConfiguration {

  @Bean
  FhirContext fhirContext() {
    return FhirContext.forR4();
  }
}
