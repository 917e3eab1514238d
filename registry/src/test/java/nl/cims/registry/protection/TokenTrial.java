// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import nl.cims.registry.protection.ProtectionSettings.Token;
import nl.cims.vocabulary.Secret;

/// What [TokenIT] lets another JVM do with a token.
final class TokenTrial {

  static final String PIN = "1234";

  private static final UUID ROW = new UUID(0, 7);

  private TokenTrial() {}

  public static void main(String[] words) throws Exception {
    Path keysets = Path.of(words[2]);
    String pin = words[0].equals("wrong-pin") ? "4321" : PIN;
    TokenKeyEncryption token =
        new TokenKeyEncryption(new Token(Path.of(words[1]), 0, new Secret(pin), "cims-kek"));
    System.out.println(
        switch (words[0]) {
          case "change" -> change(token, keysets);
          case "seal" -> seal(token, keysets);
          default -> open(token, keysets);
        });
  }

  private static String change(TokenKeyEncryption token, Path directory) throws Exception {
    token.add();
    Keysets keysets = new Keysets(directory, token);
    byte[] sealed = sealing(keysets).seal(ROW, new byte[5]);
    token.add();
    if (keysets.isUnderNewest("trial")) {
      throw new IllegalStateException("two keys of the token are one");
    }
    byte[] before = sealing(keysets).open(ROW, sealed);
    keysets.rewrap("trial");
    token.removeOlder();
    byte[] after = sealing(new Keysets(directory, token)).open(ROW, sealed);
    return before.length == 5 && after.length == 5 && token.keys().size() == 1 ? "all opened" : "";
  }

  private static String seal(TokenKeyEncryption token, Path directory) throws Exception {
    token.add();
    byte[] sealed = sealing(new Keysets(directory, token)).seal(ROW, new byte[5]);
    Files.writeString(directory.resolve("cell"), Base64.getEncoder().encodeToString(sealed));
    return "sealed";
  }

  private static String open(TokenKeyEncryption token, Path directory) throws Exception {
    byte[] sealed = Base64.getDecoder().decode(Files.readString(directory.resolve("cell")));
    try {
      return sealing(new Keysets(directory, token)).open(ROW, sealed).length == 5 ? "opened" : "";
    } catch (KeysUnavailable closed) {
      return "refused";
    }
  }

  private static Sealing sealing(Keysets keysets) {
    keysets.provide("trial", Purpose.SEAL.parameters());
    return new Sealing(new Keyset(keysets, "trial", Duration.ZERO), new Place("a.b.c"));
  }
}
