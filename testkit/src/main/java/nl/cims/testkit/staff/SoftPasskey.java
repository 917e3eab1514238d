// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.staff;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A passkey made of nothing but a key (WebAuthn Level 3, section 6), so that tests can also answer
/// as no honest device does: without knowing who holds it, for another site, with an old count.
public final class SoftPasskey {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int PRESENT = 0x01;
  private static final int VERIFIED = 0x04;
  private static final int ATTESTED = 0x40;

  private final byte[] id = new byte[32];
  private final KeyPair keys;
  private byte[] user = new byte[0];

  public boolean verifies = true;
  public int count = 1;
  public String origin;

  public SoftPasskey(String origin) {
    this.origin = origin;
    new SecureRandom().nextBytes(id);
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      this.keys = generator.generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /// What a browser would send after `navigator.credentials.create`.
  public String create(String options) {
    JsonNode asked = JSON.readTree(options);
    user = decoded(asked.path("user").path("id").asString());
    byte[] client = client("webauthn.create", asked);
    byte[] data = data(asked.path("rp").path("id").asString(), ATTESTED, attested());
    byte[] object =
        bytes(
            new byte[] {(byte) 0xA3, 0x63},
            text("fmt"),
            new byte[] {0x64},
            text("none"),
            new byte[] {0x67},
            text("attStmt"),
            new byte[] {(byte) 0xA0, 0x68},
            text("authData"),
            new byte[] {0x58, (byte) data.length},
            data);
    return answer(
        Map.of(
            "clientDataJSON",
            encoded(client),
            "attestationObject",
            encoded(object),
            "transports",
            List.of("internal")));
  }

  /// What a browser would send after `navigator.credentials.get`.
  public String get(String options) {
    JsonNode asked = JSON.readTree(options);
    byte[] client = client("webauthn.get", asked);
    byte[] data = data(asked.path("rpId").asString(), 0, new byte[0]);
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(data);
      signature.update(sha256(client));
      return answer(
          Map.of(
              "clientDataJSON",
              encoded(client),
              "authenticatorData",
              encoded(data),
              "signature",
              encoded(signature.sign()),
              "userHandle",
              encoded(user)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private byte[] client(String type, JsonNode asked) {
    return JSON.writeValueAsBytes(
        Map.of(
            "type",
            type,
            "challenge",
            asked.path("challenge").asString(),
            "origin",
            origin,
            "crossOrigin",
            false));
  }

  private byte[] data(String party, int flags, byte[] more) {
    int all = PRESENT | (verifies ? VERIFIED : 0) | flags;
    byte[] head = {(byte) all, 0, 0, (byte) (count >> 8), (byte) count++};
    return bytes(sha256(party.getBytes(StandardCharsets.UTF_8)), head, more);
  }

  private byte[] attested() {
    ECPublicKey key = (ECPublicKey) keys.getPublic();
    byte[] cose = {(byte) 0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20};
    return bytes(
        new byte[16],
        new byte[] {0, (byte) id.length},
        id,
        cose,
        coordinate(key.getW().getAffineX().toByteArray()),
        new byte[] {0x22, 0x58, 0x20},
        coordinate(key.getW().getAffineY().toByteArray()));
  }

  private String answer(Map<String, Object> response) {
    return JSON.writeValueAsString(
        Map.of(
            "id",
            encoded(id),
            "rawId",
            encoded(id),
            "type",
            "public-key",
            "response",
            response,
            "clientExtensionResults",
            Map.of()));
  }

  private static byte[] coordinate(byte[] number) {
    byte[] fixed = new byte[32];
    int length = Math.min(number.length, 32);
    System.arraycopy(number, number.length - length, fixed, 32 - length, length);
    return fixed;
  }

  private static byte[] bytes(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static String encoded(byte[] content) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
  }

  private static byte[] decoded(String content) {
    return Base64.getUrlDecoder().decode(content);
  }
}
