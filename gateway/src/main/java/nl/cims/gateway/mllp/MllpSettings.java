// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.mllp;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// The MLLP listener. Certificates, keys and trust come from the SSL bundle `gateway`.
///
/// @param port where it listens, 0 for any that is free; without it there is no listener
/// @param address on which of our addresses; all of them if not said
/// @param connections open at the same time, all clients together
/// @param connectionsPerClient open at the same time with one certificate
/// @param messageSize the largest message in a frame
/// @param patience how long a handshake, a frame that has begun, or the taking of an answer may
///   last
/// @param idle how long a connection may stay without a frame
@Validated
@ConfigurationProperties("cims.gateway.mllp")
public record MllpSettings(
    @PositiveOrZero @Max(65535) @Nullable Integer port,
    @Nullable InetAddress address,
    @Positive @DefaultValue("512") int connections,
    @Positive @DefaultValue("32") int connectionsPerClient,
    @NotNull @DefaultValue("256KB") DataSize messageSize,
    @NotNull @DefaultValue("10s") Duration patience,
    @NotNull @DefaultValue("10m") Duration idle) {}
