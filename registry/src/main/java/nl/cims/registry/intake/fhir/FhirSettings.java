// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// How much one FHIR message may hold.
///
/// @param entries entries in a Bundle
/// @param size of the body
@Validated
@ConfigurationProperties("cims.intake.fhir")
public record FhirSettings(
    @DefaultValue("500") @Positive @Max(5000) int entries, @DefaultValue("5MB") DataSize size) {}
