// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.access;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import nl.cims.revocation.RevocationSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Whom the register trusts.
///
/// @param issuer the broker, as it stands in `iss`
/// @param jwksUri where the broker's public keys are, over mutual TLS
/// @param bsnKey file of the private JWK to which the broker encrypts BSNs
/// @param parties file of the registered parties
/// @param revocation the lists of certificates that were taken back
/// @param gatewayName common name in the certificate of the gateway, the only one that may call
@Validated
@ConfigurationProperties("cims.access")
public record AccessSettings(
    @NotEmpty String issuer,
    @NotNull URI jwksUri,
    @NotNull Path bsnKey,
    @NotNull Path parties,
    @NotNull RevocationSettings revocation,
    @DefaultValue("gateway") String gatewayName) {}
