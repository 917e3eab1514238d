// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog.tree;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// The public half of a key that signs notes: the log's own, or that of a witness (C2SP signed-note
/// and tlog-cosignature).
///
/// @param name of who signs
/// @param use for what it signs
/// @param raw the 32 bytes of the Ed25519 key
public record NoteKey(String name, Use use, byte[] raw) {

  /// What comes before the 32 bytes in the X.509 form of an Ed25519 key.
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final int ID = 4;

  /// For what a key signs.
  public enum Use {
    /// The text of a note.
    LOG(1),
    /// The text of a checkpoint and the moment at which it was found to continue the one before.
    WITNESS(4);

    private final int algorithm;

    Use(int algorithm) {
      this.algorithm = algorithm;
    }
  }

  /// The four bytes by which a signature says whose it is.
  public byte[] id() {
    byte[] start = (name + "\n").getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(Hash.sha256(start, typed()), ID);
  }

  /// The key as text, to publish it.
  public String text() {
    return name
        + "+"
        + HexFormat.of().formatHex(id())
        + "+"
        + Base64.getEncoder().encodeToString(typed());
  }

  /// What its holder signs of this text.
  ///
  /// @param at when a witness signs; the log's own signature does not say
  public byte[] message(String text, Instant at) {
    return switch (use) {
      case LOG -> text.getBytes(StandardCharsets.UTF_8);
      case WITNESS ->
          "cosignature/v1\ntime %d\n%s"
              .formatted(at.getEpochSecond(), text)
              .getBytes(StandardCharsets.UTF_8);
    };
  }

  /// The line that carries a signature.
  ///
  /// @param at when a witness signed
  /// @param signature 64 bytes over [#message]
  public String line(Instant at, byte[] signature) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(id());
    if (use == Use.WITNESS) {
      bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(at.getEpochSecond()).array());
    }
    bytes.writeBytes(signature);
    return "%s%s %s".formatted(Note.DASH, name, Base64.getEncoder().encodeToString(bytes.toByteArray()));
  }

  /// When this key signed the note: for the log's own key, which does not say, 1970. Empty if it did
  /// not sign it.
  public Optional<Instant> signed(Note note) {
    return note.signatures().stream().flatMap(line -> signedAt(note.text(), line).stream()).findFirst();
  }

  private Optional<Instant> signedAt(String text, String line) {
    String start = Note.DASH + name + " ";
    if (!line.startsWith(start)) {
      return Optional.empty();
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(line.substring(start.length())));
      byte[] id = new byte[ID];
      if (bytes.remaining() != ID + 64 + (use == Use.WITNESS ? Long.BYTES : 0)) {
        return Optional.empty();
      }
      bytes.get(id);
      Instant at = use == Use.WITNESS ? Instant.ofEpochSecond(bytes.getLong()) : Instant.EPOCH;
      byte[] signature = new byte[64];
      bytes.get(signature);
      return Arrays.equals(id, id()) && verifies(message(text, at), signature)
          ? Optional.of(at)
          : Optional.empty();
    } catch (IllegalArgumentException | java.time.DateTimeException noSignature) {
      return Optional.empty();
    }
  }

  private boolean verifies(byte[] message, byte[] signature) {
    try {
      byte[] encoded = Arrays.copyOf(X509, X509.length + raw.length);
      System.arraycopy(raw, 0, encoded, X509.length, raw.length);
      PublicKey key =
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(message);
      return check.verify(signature);
    } catch (GeneralSecurityException notOne) {
      return false;
    }
  }

  private byte[] typed() {
    byte[] typed = new byte[raw.length + 1];
    typed[0] = (byte) use.algorithm;
    System.arraycopy(raw, 0, typed, 1, raw.length);
    return typed;
  }
}
