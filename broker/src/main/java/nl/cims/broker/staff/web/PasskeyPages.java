// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import nl.cims.broker.staff.Ceremonies;
import nl.cims.broker.staff.CeremonyRefused;
import nl.cims.broker.staff.OwnPasskeys;
import nl.cims.broker.staff.Passkeys;
import nl.cims.broker.staff.StaffSession;
import nl.cims.broker.web.templates.staff.JtepasskeysGenerated;
import nl.cims.pages.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Somebody's own passkeys: to see, add and remove them.
@Controller
class PasskeyPages {

  private final Frames frames;
  private final Passkeys passkeys;
  private final OwnPasskeys own;
  private final Ceremonies ceremonies;

  PasskeyPages(Frames frames, Passkeys passkeys, OwnPasskeys own, Ceremonies ceremonies) {
    this.frames = frames;
    this.passkeys = passkeys;
    this.own = own;
    this.ceremonies = ceremonies;
  }

  @GetMapping(StaffRoute.Paths.PASSKEYS)
  ResponseEntity<String> show(HttpServletRequest request) {
    return page(HttpStatus.OK, request, false);
  }

  @PostMapping(StaffRoute.Paths.ADD_PASSKEY)
  ResponseEntity<String> add(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String credential,
      @RequestParam(defaultValue = "") String name) {
    StaffVisit visit = StaffVisit.of(request);
    String named = name.strip();
    if (named.isEmpty() || named.length() > OwnPasskeys.LONGEST_NAME) {
      return page(HttpStatus.BAD_REQUEST, request, true);
    }
    try {
      boolean complete = own.add(visit.someone(), credential, named, visit.browser());
      return Views.to(complete ? StaffRoute.LOGIN.path() : StaffRoute.PASSKEYS.path());
    } catch (CeremonyRefused refused) {
      return page(HttpStatus.FORBIDDEN, request, true);
    }
  }

  @PostMapping(StaffRoute.Paths.REMOVE_PASSKEY)
  ResponseEntity<String> remove(
      HttpServletRequest request, @RequestParam(defaultValue = "") String id) {
    return own.remove(StaffVisit.of(request).someone(), id)
        ? Views.to(StaffRoute.PASSKEYS.path())
        : page(HttpStatus.CONFLICT, request, true);
  }

  @GetMapping(StaffRoute.Paths.EXTEND)
  ResponseEntity<String> extend() {
    return ResponseEntity.noContent().build();
  }

  private ResponseEntity<String> page(
      HttpStatus status, HttpServletRequest request, boolean refused) {
    StaffVisit visit = StaffVisit.of(request);
    StaffSession session = visit.someone();
    List<Passkeys.Passkey> his = passkeys.of(session.account().id());
    Page page = frames.of(request, "passkeys.title");
    return Views.page(
        status,
        out ->
            JtepasskeysGenerated.render(
                out,
                null,
                page,
                Frames.formToken(request),
                his,
                ceremonies.registration(session.account(), visit.browser()),
                refused));
  }
}
