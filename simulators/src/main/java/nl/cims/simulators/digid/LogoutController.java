// SPDX-License-Identifier: EUPL-1.2
package nl.cims.simulators.digid;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;

/// Logging out: when the client asks for it, and when it happened elsewhere and the client must
/// hear of it.
@RestController
final class LogoutController {

  private final DigidSettings settings;
  private final IdTokens tokens;
  private final List<String> ended = new CopyOnWriteArrayList<>();

  LogoutController(DigidSettings settings, IdTokens tokens) {
    this.settings = settings;
    this.tokens = tokens;
  }

  @GetMapping("/logout")
  ResponseEntity<Void> leave(
      @RequestParam("client_id") String clientId,
      @RequestParam("logout_hint") String session,
      @RequestParam("post_logout_redirect_uri") String next,
      @RequestParam("state") String state) {
    boolean known =
        clientId.equals(settings.clientId())
            && URI.create(next).getAuthority().equals(settings.redirectUri().getAuthority());
    if (!known) {
      return ResponseEntity.badRequest().build();
    }
    ended.add(session);
    return ResponseEntity.status(303)
        .header(
            "Location",
            UriComponentsBuilder.fromUriString(next)
                .queryParam("state", "{state}")
                .encode()
                .buildAndExpand(state)
                .toUriString())
        .build();
  }

  /// The sessions that the client has ended.
  @GetMapping("/ended")
  List<String> ended() {
    return ended;
  }

  /// Ends a session as if its citizen had logged out elsewhere, and tells the client.
  ///
  /// @return the logout token that was sent
  @PostMapping("/end-elsewhere")
  String endElsewhere(@RequestParam("sid") String session) {
    String token = tokens.logout(session);
    URI client = settings.backchannelLogoutUri();
    if (client != null) {
      var form = new LinkedMultiValueMap<String, String>();
      form.add("logout_token", token);
      RestClient.create()
          .post()
          .uri(client)
          .contentType(MediaType.APPLICATION_FORM_URLENCODED)
          .body(form)
          .retrieve()
          .toBodilessEntity();
    }
    return token;
  }
}
