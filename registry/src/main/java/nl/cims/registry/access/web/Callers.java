// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.access.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.cims.registry.access.Citizen;
import nl.cims.registry.access.Parties;
import nl.cims.vocabulary.AssuranceLevel;
import nl.cims.vocabulary.Bsn;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;

/// Makes of a valid token the one who calls: a citizen, or a registered party.
@Component
class Callers implements Converter<Jwt, AbstractAuthenticationToken> {

  private final BsnEnvelope envelope;
  private final Parties parties;

  Callers(BsnEnvelope envelope, Parties parties) {
    this.envelope = envelope;
    this.parties = parties;
  }

  @Override
  public AbstractAuthenticationToken convert(Jwt token) {
    return token.hasClaim(BsnEnvelope.CLAIM) ? citizen(token) : party(token);
  }

  private AbstractAuthenticationToken citizen(Jwt token) {
    Bsn bsn =
        envelope
            .open(token)
            .orElseThrow(
                () ->
                    new InvalidBearerTokenException("the token names no citizen to the register"));
    Optional<AssuranceLevel> level =
        Optional.ofNullable(token.getClaimAsString("acr")).flatMap(AssuranceLevel::ofAcr);
    return new Authenticated(
        new Citizen(subject(token), bsn, level, loggedInAt(token)),
        subject(token),
        scopes(token, Scope.OF_CITIZENS));
  }

  private static Optional<Instant> loggedInAt(Jwt token) {
    return token.getClaim("auth_time") instanceof Number seconds
        ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
        : Optional.empty();
  }

  private AbstractAuthenticationToken party(Jwt token) {
    String id = subject(token);
    return parties.active(id)
        ? new Authenticated(
            id, id, scopes(token, parties.operates(id) ? Scope.OF_OPERATORS : Scope.OF_PARTIES))
        : new Authenticated(id, id, List.of(Scope.UNREGISTERED));
  }

  private static String subject(Jwt token) {
    String subject = token.getSubject();
    if (subject == null) {
      throw new InvalidBearerTokenException("the token names nobody");
    }
    return subject;
  }

  /// What the token allows, as far as this kind of caller may be allowed it.
  private static List<GrantedAuthority> scopes(Jwt token, Set<String> most) {
    Object scope = token.getClaim("scope");
    List<String> names =
        scope instanceof String text
            ? List.of(text.split(" "))
            : Optional.ofNullable(token.getClaimAsStringList("scope")).orElse(List.of());
    return names.stream()
        .map(name -> "SCOPE_" + name)
        .filter(most::contains)
        .<GrantedAuthority>map(SimpleGrantedAuthority::new)
        .toList();
  }

  /// A caller whose token was checked; keeps the token nowhere.
  static final class Authenticated extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Object caller;
    private final String name;

    Authenticated(Object caller, String name, List<? extends GrantedAuthority> authorities) {
      super(authorities);
      this.caller = caller;
      this.name = name;
      setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
      return "";
    }

    @Override
    public Object getPrincipal() {
      return caller;
    }

    @Override
    public String getName() {
      return name;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }
}
