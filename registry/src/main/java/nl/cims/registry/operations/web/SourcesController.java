// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.operations.web;

import java.time.Duration;
import nl.cims.contracts.citizen.SourcesView;
import nl.cims.registry.operations.Sources;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// How fresh the register is, for the portal. The same for everybody, so that it may be kept for as
/// long as it is not looked up anew here.
@RestController
class SourcesController {

  private static final Duration KEPT = Duration.ofMinutes(1);

  private final Sources sources;

  SourcesController(Sources sources) {
    this.sources = sources;
  }

  @GetMapping(path = SourcesView.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<SourcesView> sources() {
    return ResponseEntity.ok().cacheControl(CacheControl.maxAge(KEPT)).body(sources.view());
  }
}
