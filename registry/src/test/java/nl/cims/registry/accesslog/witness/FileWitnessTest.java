// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.cims.registry.accesslog.tree.Checkpoint;
import nl.cims.registry.accesslog.tree.Hash;
import nl.cims.registry.accesslog.tree.MerkleTree;
import nl.cims.registry.accesslog.tree.Note;
import nl.cims.registry.accesslog.tree.NoteKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a witness signs, and what not.
class FileWitnessTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir private Path directory;
  private KeyPair pair;
  private NoteKey log;

  @BeforeEach
  void aLog() throws GeneralSecurityException {
    pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] encoded = pair.getPublic().getEncoded();
    log =
        new NoteKey(
            "a-log",
            NoteKey.Use.LOG,
            Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
  }

  @Test
  void signsWhatContinuesWhatItSawAndKeepsItWhoeverOpensItsDirectory() throws Exception {
    assertThat(witness().see(note(3, "a"), List.of())).isPresent();
    String line = witness().see(note(10, "a"), tree(10, "a").consistency(3)).orElseThrow();
    assertThat(witness().size()).isEqualTo(10);
    assertThat(witness().key().signed(note(10, "a").with(line))).contains(NOW);
    try (Stream<Note> seen = witness().seen()) {
      assertThat(seen.map(note -> Checkpoint.of(note).orElseThrow().size()))
          .containsExactly(3L, 10L);
    }
  }

  @Test
  void refusesAForkAStepBackAndWhatAnotherSigned() throws Exception {
    FileWitness witness = witness();
    witness.see(note(3, "a"), List.of());
    assertThat(witness.see(note(10, "b"), tree(10, "b").consistency(3))).isEmpty();
    assertThat(witness.see(note(10, "a"), List.of())).isEmpty();
    assertThat(witness.see(note(2, "a"), List.of())).isEmpty();
    assertThat(witness.see(note(3, "b"), List.of())).isEmpty();
    Note unsigned = new Note(note(10, "a").text(), note(9, "a").signatures());
    assertThat(witness.see(unsigned, tree(10, "a").consistency(3))).isEmpty();
    aLog();
    assertThat(witness.see(note(10, "a"), tree(10, "a").consistency(3))).isEmpty();
    assertThat(witness.size()).isEqualTo(3);
  }

  @Test
  void goesOnAfterARecordThatWasBrokenOff() throws Exception {
    witness().see(note(3, "a"), List.of());
    Path file = directory.resolve("checkpoints");
    String whole = Files.readString(file);
    for (int cut : new int[] {1, 7, 60, 150, whole.length() - 1}) {
      Files.writeString(
          file, whole + whole.substring(0, cut), StandardOpenOption.TRUNCATE_EXISTING);
      assertThat(witness().size()).isEqualTo(3);
      assertThat(witness().see(note(4, "a"), tree(4, "a").consistency(3))).isPresent();
      assertThat(witness().size()).isEqualTo(4);
      assertThat(Files.readString(file)).startsWith(whole);
    }
  }

  private FileWitness witness() throws IOException {
    return new FileWitness("a-witness", directory, List.of(log), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private Note note(long size, String content) throws GeneralSecurityException {
    String text = new Checkpoint("a-log", size, tree(size, content).root()).text();
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(pair.getPrivate());
    signature.update(log.message(text, Instant.EPOCH));
    return new Note(text, List.of(log.line(Instant.EPOCH, signature.sign())));
  }

  private static MerkleTree tree(long size, String content) {
    return new MerkleTree((height, index) -> node(height, index, content), size);
  }

  private static byte[] node(int height, long index, String content) {
    return height == 0
        ? Hash.leaf((content + index).getBytes(StandardCharsets.UTF_8))
        : Hash.node(node(height - 1, index * 2, content), node(height - 1, index * 2 + 1, content));
  }
}
