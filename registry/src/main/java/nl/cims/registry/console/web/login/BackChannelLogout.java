// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web.login;

import java.util.Optional;
import nl.cims.login.LogoutTokens;
import nl.cims.registry.console.WithConsole;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Where the broker says that a login has ended ([LogoutTokens]), or all of an employee's.
@RestController
@WithConsole
class BackChannelLogout {

  static final String PATH = "/logout/connect/back-channel/broker";

  private static final Logger LOG = LoggerFactory.getLogger(BackChannelLogout.class);

  private final LogoutTokens tokens;
  private final EndedLogins ended;

  BackChannelLogout(LogoutTokens tokens, EndedLogins ended) {
    this.tokens = tokens;
    this.ended = ended;
  }

  @PostMapping(PATH)
  ResponseEntity<Void> logout(@RequestParam("logout_token") String token) {
    Optional<LogoutTokens.Ended> said = tokens.read(token);
    said.ifPresentOrElse(this::end, () -> LOG.warn("A logout token was refused"));
    return ResponseEntity.status(said.isPresent() ? HttpStatus.OK : HttpStatus.BAD_REQUEST)
        .cacheControl(CacheControl.noStore())
        .build();
  }

  private void end(LogoutTokens.Ended said) {
    said.session()
        .ifPresentOrElse(ended::endSession, () -> said.person().ifPresent(ended::endAllOf));
  }
}
