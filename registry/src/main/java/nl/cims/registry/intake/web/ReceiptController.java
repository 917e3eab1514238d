// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.web;

import java.security.Principal;
import java.util.UUID;
import nl.cims.registry.intake.Receipts;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// Signed receipts, for those to whom they were given, and the keys to check them with.
@RestController
class ReceiptController {

  private final Receipts receipts;

  ReceiptController(Receipts receipts) {
    this.receipts = receipts;
  }

  /// A receipt as a compact JWS.
  @GetMapping(path = "/intake/v1/receipts/{id}", produces = "application/jose")
  String receipt(Principal source, @PathVariable UUID id) {
    return receipts
        .signed(source.getName(), id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @GetMapping(path = "/intake/v1/receipt-keys", produces = MediaType.APPLICATION_JSON_VALUE)
  String keys() {
    return receipts.publicKeys();
  }
}
