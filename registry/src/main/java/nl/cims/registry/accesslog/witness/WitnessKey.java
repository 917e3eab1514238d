// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import nl.cims.registry.accesslog.tree.Hash;
import nl.cims.registry.accesslog.tree.NoteKey;

/// The key of a witness, made when it first works: the public half in `key.public`, the private one
/// in `key`, which nobody else may read.
record WitnessKey(NoteKey open, PrivateKey secret) {

  private static final String ALGORITHM = "Ed25519";

  static WitnessKey in(Path directory, String name) throws IOException {
    Path secret = directory.resolve("key");
    Path open = directory.resolve("key.public");
    try {
      if (!Files.exists(open)) {
        make(secret, open, name);
      }
      byte[] raw = Base64.getDecoder().decode(Files.readString(secret).strip());
      return new WitnessKey(
          NoteKey.parse(Files.readString(open)),
          KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(raw)));
    } catch (GeneralSecurityException | IllegalArgumentException damaged) {
      throw new IOException("the key of a witness does not read", damaged);
    }
  }

  byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("a witness cannot sign", impossible);
    }
  }

  @Override
  public String toString() {
    return "WitnessKey[" + open.name() + "]";
  }

  private static void make(Path secret, Path open, String name)
      throws IOException, GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    byte[] encoded = pair.getPublic().getEncoded();
    byte[] raw = Arrays.copyOfRange(encoded, encoded.length - Hash.LENGTH, encoded.length);
    Files.deleteIfExists(secret);
    Files.createFile(
        secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        secret,
        Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()) + "\n",
        StandardOpenOption.SYNC);
    Files.write(open, List.of(new NoteKey(name, NoteKey.Use.WITNESS, raw).text()));
  }
}
