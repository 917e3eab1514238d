// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How much comes in at one moment.
///
/// @param atOnce messages in work at one moment, of all sources together; of one source half of it
/// @param transactions how many of them are written at one moment, if not together with others.
///   Fewer than there are database connections, so that dossiers never wait for intake
/// @param patience how long a message waits for room
@Validated
@ConfigurationProperties("cims.intake")
public record IntakeSettings(
    @DefaultValue("64") @Min(2) int atOnce,
    @DefaultValue("8") @Min(1) int transactions,
    @DefaultValue("1s") @NotNull Duration patience) {}
