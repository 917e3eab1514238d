// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff;

import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import nl.cims.broker.staff.CeremonyRefused.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableAuthenticationExtensionsClientInputs;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The two ceremonies of WebAuthn: registering a passkey and logging in with one.
///
/// The device must make sure who holds it (user verification REQUIRED, asked of the browser and
/// checked in what comes back) and remember whose the passkey is (a resident key). The maker's
/// attestation is asked for and kept, so that a model which turns out weak can be found; it is no
/// condition, because no list of good makers is ours to keep.
@Component
public class Ceremonies {

  private static final JsonMapper JSON =
      JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

  private static final String LOGIN = "login";
  private static final Duration PATIENCE = Challenges.LIFETIME;

  private final Passkeys passkeys;
  private final Challenges challenges;
  private final WebAuthnRelyingPartyOperations webauthn;
  private final PublicKeyCredentialRpEntity self;

  Ceremonies(
      Passkeys passkeys,
      Challenges challenges,
      WebAuthnRelyingPartyOperations webauthn,
      PublicKeyCredentialRpEntity self) {
    this.passkeys = passkeys;
    this.challenges = challenges;
    this.webauthn = webauthn;
    this.self = self;
  }

  /// What the browser needs to log somebody in, as JSON.
  public String login(BrowserToken browser) {
    return JSON.writeValueAsString(request(new Bytes(challenges.make(LOGIN, browser))));
  }

  /// What the browser needs to register a passkey for him, as JSON.
  public String registration(Account account, BrowserToken browser) {
    Bytes challenge = new Bytes(challenges.make(account.id().toString(), browser));
    return JSON.writeValueAsString(creation(account, challenge));
  }

  /// Whose passkey has answered.
  ///
  /// @param credential what the browser made of it, as JSON
  /// @throws CeremonyRefused if it does not prove anybody
  StaffId authenticate(String credential, BrowserToken browser) {
    PublicKeyCredential<AuthenticatorAssertionResponse> answer = answered(credential);
    Bytes challenge = challenge(answer, LOGIN, browser);
    if (passkeys.findByCredentialId(answer.getRawId()) == null) {
      throw new CeremonyRefused(Reason.UNKNOWN);
    }
    try {
      return StaffId.of(
          webauthn
              .authenticate(new RelyingPartyAuthenticationRequest(request(challenge), answer))
              .getId());
    } catch (WebAuthnException | IllegalArgumentException wrong) {
      throw refused(wrong);
    }
  }

  /// Whose passkey this is, if it is one; proves nothing.
  Optional<StaffId> owner(String credential) {
    try {
      return Optional.ofNullable(passkeys.findByCredentialId(answered(credential).getRawId()))
          .map(found -> StaffId.of(found.getUserEntityUserId()));
    } catch (CeremonyRefused unreadable) {
      return Optional.empty();
    }
  }

  /// Registers a passkey.
  ///
  /// @throws CeremonyRefused if it is not good
  void register(Account account, String credential, String name, BrowserToken browser) {
    PublicKeyCredential<AuthenticatorAttestationResponse> made = made(credential);
    Bytes challenge = challenge(made, account.id().toString(), browser);
    try {
      webauthn.registerCredential(
          new ImmutableRelyingPartyRegistrationRequest(
              creation(account, challenge), new RelyingPartyPublicKey(made, name)));
    } catch (WebAuthnException | IllegalArgumentException wrong) {
      throw refused(wrong);
    }
  }

  private PublicKeyCredentialRequestOptions request(Bytes challenge) {
    return PublicKeyCredentialRequestOptions.builder()
        .challenge(challenge)
        .rpId(self.getId())
        .timeout(PATIENCE)
        .allowCredentials(List.of())
        .userVerification(UserVerificationRequirement.REQUIRED)
        .extensions(new ImmutableAuthenticationExtensionsClientInputs(List.of()))
        .build();
  }

  private PublicKeyCredentialCreationOptions creation(Account account, Bytes challenge) {
    return PublicKeyCredentialCreationOptions.builder()
        .rp(self)
        .user(
            ImmutablePublicKeyCredentialUserEntity.builder()
                .id(account.id().handle())
                .name(account.name())
                .displayName(account.name())
                .build())
        .challenge(challenge)
        .pubKeyCredParams(
            PublicKeyCredentialParameters.ES256,
            PublicKeyCredentialParameters.EdDSA,
            PublicKeyCredentialParameters.RS256)
        .timeout(PATIENCE)
        .excludeCredentials(
            passkeys.findByUserId(account.id().handle()).stream().map(Ceremonies::known).toList())
        .authenticatorSelection(
            AuthenticatorSelectionCriteria.builder()
                .residentKey(ResidentKeyRequirement.REQUIRED)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build())
        .attestation(AttestationConveyancePreference.DIRECT)
        .extensions(new ImmutableAuthenticationExtensionsClientInputs(List.of()))
        .build();
  }

  private static PublicKeyCredentialDescriptor known(CredentialRecord passkey) {
    return PublicKeyCredentialDescriptor.builder()
        .id(passkey.getCredentialId())
        .transports(passkey.getTransports())
        .build();
  }

  private Bytes challenge(PublicKeyCredential<?> answer, String purpose, BrowserToken browser) {
    try {
      byte[] client = answer.getResponse().getClientDataJSON().getBytes();
      Bytes challenge = Bytes.fromBase64(JSON.readTree(client).path("challenge").asString(""));
      if (challenges.answer(challenge.getBytes(), purpose, browser)) {
        return challenge;
      }
    } catch (JacksonException | IllegalArgumentException malformed) {
      throw new CeremonyRefused(Reason.UNREADABLE, malformed);
    }
    throw new CeremonyRefused(Reason.CHALLENGE);
  }

  private static PublicKeyCredential<AuthenticatorAssertionResponse> answered(String json) {
    PublicKeyCredential<AuthenticatorAssertionResponse> read = read(json, new TypeReference<>() {});
    return complete(
        read,
        AuthenticatorAssertionResponse::getAuthenticatorData,
        AuthenticatorAssertionResponse::getSignature);
  }

  private static PublicKeyCredential<AuthenticatorAttestationResponse> made(String json) {
    PublicKeyCredential<AuthenticatorAttestationResponse> read =
        read(json, new TypeReference<>() {});
    return complete(read, AuthenticatorAttestationResponse::getAttestationObject);
  }

  private static <T> @Nullable T read(String json, TypeReference<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JacksonException | IllegalArgumentException malformed) {
      throw new CeremonyRefused(Reason.UNREADABLE, malformed);
    }
  }

  /// What was left out of the JSON is null, whatever the types say.
  @SafeVarargs
  private static <R extends AuthenticatorResponse> PublicKeyCredential<R> complete(
      @Nullable PublicKeyCredential<R> read, Function<R, @Nullable Bytes>... parts) {
    R response = read == null ? null : read.getResponse();
    if (read == null
        || response == null
        || Objects.isNull(read.getId())
        || Objects.isNull(read.getRawId())
        || Objects.isNull(read.getType())
        || Objects.isNull(response.getClientDataJSON())
        || Arrays.stream(parts).anyMatch(part -> part.apply(response) == null)) {
      throw new CeremonyRefused(Reason.UNREADABLE);
    }
    return read;
  }

  private static CeremonyRefused refused(RuntimeException wrong) {
    return switch (wrong) {
      case UserNotVerifiedException without -> new CeremonyRefused(Reason.NOT_VERIFIED, without);
      case MaliciousCounterValueException back -> new CeremonyRefused(Reason.COUNTER, back);
      default -> new CeremonyRefused(Reason.INVALID, wrong);
    };
  }
}
