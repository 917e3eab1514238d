// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import nl.cims.vocabulary.Secret;
import tools.jackson.databind.json.JsonMapper;

/// Passwords and keys of the demo, made at first use and kept as files. Production has its own
/// custody for them.
final class Secrets {

  private static final FileAttribute<Set<PosixFilePermission>> OURS_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path directory;

  Secrets(Path directory) {
    this.directory = directory;
  }

  /// The password of this name.
  Secret password(String name) {
    try {
      return new Secret(Files.readString(passwordFile(name)).strip());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The file with the password of this name, on one line.
  Path passwordFile(String name) {
    return made(name + ".password", () -> Base64.getUrlEncoder().encodeToString(random(24)));
  }

  /// A file with 32 random bytes in base64.
  Path symmetricKey(String name) {
    return made(name + ".key", () -> Base64.getEncoder().encodeToString(random(32)));
  }

  /// A file with a private P-256 key as a JWK.
  ///
  /// @param use `sig` or `enc`
  /// @param algorithm that it is for
  Path privateJwk(String name, String use, String algorithm) {
    return made(name + ".jwk", () -> newJwk(name, use, algorithm));
  }

  /// The public half of a private JWK, in a file beside it.
  Path publicJwk(Path privateJwk) {
    String file = String.valueOf(privateJwk.getFileName()).replace(".jwk", ".public.jwk");
    return made(
        file,
        () -> {
          Map<?, ?> jwk = JSON.readValue(Files.readAllBytes(privateJwk), LinkedHashMap.class);
          jwk.remove("d");
          return JSON.writeValueAsString(jwk);
        });
  }

  private interface Content {
    String make() throws IOException, GeneralSecurityException;
  }

  private Path made(String name, Content content) {
    Path file = directory.resolve(name);
    if (!Files.exists(file)) {
      try {
        Files.createFile(file, OURS_ALONE);
        Files.writeString(file, content.make() + "\n");
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      } catch (GeneralSecurityException failed) {
        throw new IllegalStateException("cannot make the key " + name, failed);
      }
    }
    return file;
  }

  private static String newJwk(String name, String use, String algorithm)
      throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    ECPublicKey open = (ECPublicKey) pair.getPublic();
    Map<String, String> jwk = new LinkedHashMap<>();
    jwk.put("kty", "EC");
    jwk.put("crv", "P-256");
    jwk.put("kid", name + "-" + base64(random(6)));
    jwk.put("use", use);
    jwk.put("alg", algorithm);
    jwk.put("x", base64(bytes32(open.getW().getAffineX())));
    jwk.put("y", base64(bytes32(open.getW().getAffineY())));
    jwk.put("d", base64(bytes32(((ECPrivateKey) pair.getPrivate()).getS())));
    return JSON.writeValueAsString(jwk);
  }

  /// Exactly 32 bytes, unsigned: what RFC 7518 asks of a P-256 coordinate.
  private static byte[] bytes32(BigInteger number) {
    byte[] signed = number.toByteArray();
    byte[] fixed = new byte[32];
    int length = Math.min(signed.length, 32);
    System.arraycopy(signed, signed.length - length, fixed, 32 - length, length);
    Arrays.fill(signed, (byte) 0);
    return fixed;
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
