// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.dossier.web;

import nl.cims.contracts.citizen.Seal;
import nl.cims.registry.dossier.Seals;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The keys by which anybody checks the register's signature on an overview. They are about nobody.
@RestController
class SealController {

  private final Seals seals;

  SealController(Seals seals) {
    this.seals = seals;
  }

  @GetMapping(path = Seal.KEYS_PATH, produces = MediaType.APPLICATION_JSON_VALUE)
  String keys() {
    return seals.publicKeys();
  }
}
