// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.cims.login.BrokerClient;
import nl.cims.login.LoginOutcome;
import nl.cims.registry.access.Employee;
import nl.cims.registry.access.StaffRole;
import nl.cims.registry.console.ConsolePage;
import nl.cims.registry.console.WithConsole;
import nl.cims.vocabulary.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/// How a login ends: with a session that holds our own small [StaffLogin], or on a page that says
/// what happened, without a session. A session of one person never goes over to another.
@Component
@WithConsole
final class StaffLoginEnd implements LoginOutcome {

  private static final Logger LOG = LoggerFactory.getLogger(StaffLoginEnd.class);

  /// Leaves the access token behind: it opens nothing.
  @Override
  public OAuth2AuthenticationToken convert(OAuth2LoginAuthenticationToken login) {
    if (!(login.getPrincipal() instanceof OidcUser user)) {
      throw new IllegalStateException("a login that is complete has a person");
    }
    List<String> roles =
        Optional.ofNullable(user.getIdToken().getClaimAsStringList("roles")).orElse(List.of());
    Employee employee =
        new Employee(
            user.getName(),
            Optional.ofNullable(user.getIdToken().getFullName()).orElse(""),
            roles.stream()
                .map(StaffRole::byClaim)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet()));
    StaffLogin staff =
        new StaffLogin(
            employee,
            Objects.requireNonNull(user.getIdToken().getClaimAsString("sid")),
            new Secret(user.getIdToken().getTokenValue()),
            Objects.requireNonNull(user.getIdToken().getAuthenticatedAt()));
    return new OAuth2AuthenticationToken(staff, staff.getAuthorities(), BrokerClient.REGISTRATION);
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    StaffWish wish = StaffWish.take(request);
    response.sendRedirect(wish.page().address(wish.language()));
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    StaffWish wish = StaffWish.take(request);
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    ConsolePage page = pageFor(LoginOutcome.error(failure));
    response.sendRedirect(page.addressWishing(wish.language(), wish.page()));
  }

  private static ConsolePage pageFor(String code) {
    if (code.equals(LevelOfStaff.TOO_WEAK) || code.equals("unmet_authentication_requirements")) {
      return ConsolePage.LOGIN_TOO_WEAK;
    }
    LOG.warn("A login of staff failed: {}", code);
    return ConsolePage.LOGIN_FAILED;
  }
}
