// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff;

import java.net.URI;
import java.util.Set;
import nl.cims.broker.BrokerSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;

/// Who we are to a passkey: the host of the door of staff, reached at its origin and no other.
@Configuration(proxyBeanMethods = false)
class RelyingParty {

  @Bean
  PublicKeyCredentialRpEntity self(BrokerSettings settings) {
    return PublicKeyCredentialRpEntity.builder()
        .id(settings.staff().publicAddress().getHost())
        .name(settings.organisation().product())
        .build();
  }

  @Bean
  WebAuthnRelyingPartyOperations webauthn(
      PublicKeyCredentialRpEntity self, Passkeys passkeys, BrokerSettings settings) {
    URI door = settings.staff().publicAddress();
    String origin = door.getScheme() + "://" + door.getAuthority();
    return new Webauthn4JRelyingPartyOperations(new Handles(), passkeys, self, Set.of(origin));
  }

  /// A passkey's user handle is the staff id itself, so there is nothing to look up.
  private static final class Handles implements PublicKeyCredentialUserEntityRepository {

    @Override
    public PublicKeyCredentialUserEntity findById(Bytes id) {
      String name = StaffId.of(id).toString();
      return ImmutablePublicKeyCredentialUserEntity.builder()
          .id(id)
          .name(name)
          .displayName(name)
          .build();
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
      return findById(StaffId.parse(name).handle());
    }

    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
      throw new UnsupportedOperationException("accounts are made by administrators");
    }

    @Override
    public void delete(Bytes id) {
      throw new UnsupportedOperationException("accounts are never removed");
    }
  }
}
