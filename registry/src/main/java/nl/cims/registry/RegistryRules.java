// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry;

import java.util.List;
import nl.cims.safeguard.Demand;
import nl.cims.safeguard.Rule;
import nl.cims.safeguard.Rules;

/// What must hold of the register's settings in production.
public final class RegistryRules implements Rules {

  @Override
  public List<Rule> rules() {
    return List.of(
        Demand.publicAddress("cims.access.issuer"),
        Demand.https("cims.access.jwks-uri"),
        Demand.secretFile("cims.access.bsn-key"),
        Demand.absent(
            "cims.protection.key-encryption-key",
            "keeps the key of all keys in a file, as a demo does; keep it in an HSM or a key service."),
        Demand.value(
            "server.ssl.client-auth", "need", "lets in whoever shows no certificate; remove it."),
        Demand.value("server.ssl.enabled", "true", "switches TLS off; remove it."),
        Demand.longSecret("spring.datasource.password"),
        Demand.databaseAt("cims.keyring.url"),
        Demand.longSecret("cims.keyring.password"),
        Demand.longSecret("cims.accesslog.sequencer.password"),
        Demand.database());
  }
}
