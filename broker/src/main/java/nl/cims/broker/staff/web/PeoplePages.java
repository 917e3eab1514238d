// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.cims.broker.BrokerSettings;
import nl.cims.broker.staff.Account;
import nl.cims.broker.staff.Accounts;
import nl.cims.broker.staff.Administration;
import nl.cims.broker.staff.Decision;
import nl.cims.broker.staff.Proposals;
import nl.cims.broker.staff.Role;
import nl.cims.broker.staff.Roles;
import nl.cims.broker.staff.StaffId;
import nl.cims.broker.web.templates.staff.JtecodedGenerated;
import nl.cims.broker.web.templates.staff.JtepeopleGenerated;
import nl.cims.broker.web.templates.staff.JtepersonGenerated;
import nl.cims.pages.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The accounts of staff, for administrators.
@Controller
class PeoplePages {

  /// The parameter that names an account.
  static final String ID = "id";

  private static final int LONGEST_NAME = 100;

  private final Frames frames;
  private final Accounts accounts;
  private final Proposals proposals;
  private final Administration administration;
  private final BrokerSettings settings;

  PeoplePages(
      Frames frames,
      Accounts accounts,
      Proposals proposals,
      Administration administration,
      BrokerSettings settings) {
    this.frames = frames;
    this.accounts = accounts;
    this.proposals = proposals;
    this.administration = administration;
    this.settings = settings;
  }

  @GetMapping(StaffRoute.Paths.PEOPLE)
  ResponseEntity<String> people(
      HttpServletRequest request, @RequestParam(defaultValue = "") String told) {
    return people(HttpStatus.OK, request, told);
  }

  @GetMapping(StaffRoute.Paths.PERSON)
  ResponseEntity<String> person(
      HttpServletRequest request, @RequestParam(defaultValue = "") String id) {
    Optional<Account> account = staff(id).flatMap(accounts::find);
    if (account.isEmpty()) {
      return people(HttpStatus.NOT_FOUND, request, Decision.Why.GONE.name());
    }
    Page page = frames.of(request, "person.title").titled(account.get().name());
    boolean own = account.get().id().equals(who(request));
    return Views.page(
        out ->
            JtepersonGenerated.render(
                out, null, page, Frames.formToken(request), account.get(), own));
  }

  @PostMapping(StaffRoute.Paths.INVITE)
  ResponseEntity<String> invite(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(name = "role", defaultValue = "") List<String> role) {
    String named = name.strip();
    Optional<Roles> roles = roles(role);
    if (named.isEmpty() || named.length() > LONGEST_NAME || roles.isEmpty()) {
      return people(HttpStatus.BAD_REQUEST, request, "INVALID");
    }
    return answer(request, () -> administration.invite(who(request), named, roles.get()));
  }

  @PostMapping(StaffRoute.Paths.ROLES)
  ResponseEntity<String> roles(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String id,
      @RequestParam(name = "role", defaultValue = "") List<String> role) {
    Optional<Roles> roles = roles(role);
    if (roles.isEmpty()) {
      return people(HttpStatus.BAD_REQUEST, request, "INVALID");
    }
    return about(request, id, whom -> administration.changeRoles(who(request), whom, roles.get()));
  }

  @PostMapping(StaffRoute.Paths.SUSPEND)
  ResponseEntity<String> suspend(
      HttpServletRequest request, @RequestParam(defaultValue = "") String id) {
    return about(request, id, whom -> administration.suspend(who(request), whom));
  }

  @PostMapping(StaffRoute.Paths.RETURN)
  ResponseEntity<String> resume(
      HttpServletRequest request, @RequestParam(defaultValue = "") String id) {
    return about(request, id, whom -> administration.resume(who(request), whom));
  }

  @PostMapping(StaffRoute.Paths.RECOVER)
  ResponseEntity<String> recover(
      HttpServletRequest request, @RequestParam(defaultValue = "") String id) {
    return about(request, id, whom -> administration.recover(who(request), whom));
  }

  @PostMapping(StaffRoute.Paths.APPROVE)
  ResponseEntity<String> approve(
      HttpServletRequest request, @RequestParam(defaultValue = "") String id) {
    return about(request, id, which -> administration.approve(who(request), which.value()));
  }

  @PostMapping(StaffRoute.Paths.REFUSE)
  ResponseEntity<String> refuse(
      HttpServletRequest request, @RequestParam(defaultValue = "") String id) {
    return about(request, id, which -> administration.refuse(who(request), which.value()));
  }

  private interface Deed {
    Decision about(StaffId id);
  }

  private ResponseEntity<String> about(HttpServletRequest request, String id, Deed deed) {
    return staff(id)
        .map(whom -> answer(request, () -> deed.about(whom)))
        .orElseGet(() -> people(HttpStatus.NOT_FOUND, request, Decision.Why.GONE.name()));
  }

  private ResponseEntity<String> answer(HttpServletRequest request, Supplier<Decision> deed) {
    return switch (deed.get()) {
      case Decision.Done done -> Views.to(StaffRoute.PEOPLE, "told", "DONE");
      case Decision.Waits waits -> Views.to(StaffRoute.PEOPLE, "told", "WAITS");
      case Decision.Refused refused -> people(HttpStatus.CONFLICT, request, refused.why().name());
      case Decision.Coded coded -> coded(request, coded);
    };
  }

  /// The code stands on this one page and nowhere else.
  private ResponseEntity<String> coded(HttpServletRequest request, Decision.Coded coded) {
    Page page = frames.of(request, "coded.title");
    String address = settings.staff().publicAddress() + StaffRoute.CODE.path();
    return Views.page(
        out ->
            JtecodedGenerated.render(
                out, null, page, coded.to().name(), address, coded.code().reveal()));
  }

  private ResponseEntity<String> people(
      HttpStatus status, HttpServletRequest request, String told) {
    Page page = frames.of(request, "people.title");
    String known = page.texts().keys().contains("told." + told) ? told : "";
    return Views.page(
        status,
        out ->
            JtepeopleGenerated.render(
                out,
                null,
                page,
                Frames.formToken(request),
                accounts.all(),
                proposals.open(),
                who(request),
                known));
  }

  private static StaffId who(HttpServletRequest request) {
    return StaffVisit.of(request).someone().account().id();
  }

  private static Optional<StaffId> staff(String id) {
    try {
      return Optional.of(new StaffId(UUID.fromString(id)));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<Roles> roles(List<String> names) {
    try {
      return Optional.of(new Roles(names.stream().map(Role::valueOf).toList()));
    } catch (IllegalArgumentException wrong) {
      return Optional.empty();
    }
  }
}
