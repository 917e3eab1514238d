// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.login;

import java.util.Optional;
import nl.cims.login.LogoutTokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where the broker tells that a login has ended elsewhere ([LogoutTokens]).
@Controller
class BrokerNews {

  static final String ADDRESS = "/logout/broker";

  private static final Logger LOG = LoggerFactory.getLogger(BrokerNews.class);

  private final OpenSessions sessions;
  private final LogoutTokens tokens;

  BrokerNews(OpenSessions sessions, LogoutTokens tokens) {
    this.sessions = sessions;
    this.tokens = tokens;
  }

  @PostMapping(ADDRESS)
  ResponseEntity<Void> ended(
      @RequestParam(name = "logout_token", defaultValue = "") String logoutToken) {
    Optional<LogoutTokens.Ended> ended = tokens.read(logoutToken);
    if (ended.isEmpty()) {
      LOG.info("A logout that the broker did not sign");
    }
    ended
        .flatMap(LogoutTokens.Ended::session)
        .map(sessions::end)
        .ifPresent(
            was ->
                LOG.info(
                    "The broker ended a login; its session {}",
                    was ? "is gone" : "was gone before"));
    return ResponseEntity.status(ended.isPresent() ? HttpStatus.OK : HttpStatus.BAD_REQUEST)
        .cacheControl(CacheControl.noStore())
        .build();
  }
}
