// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// How much may come at once in HL7 v2.
///
/// @param message size of one message
/// @param file size of what is sent in one request, a batch file at most
/// @param messages in one batch file
@Validated
@ConfigurationProperties("cims.intake.hl7v2")
public record Hl7Settings(
    @NotNull @DefaultValue("256KB") DataSize message,
    @NotNull @DefaultValue("5MB") DataSize file,
    @Positive @Max(10_000) @DefaultValue("2000") int messages) {}
