// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Notes as others write and sign them.
class NoteTest {

  /// The key and note that Go's documentation of signed notes shows.
  private static final String KEY =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  private static final String NOTE =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.

      \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
      """;

  @Test
  void acceptsWhatAnotherSigned() {
    NoteKey key = NoteKey.parse(KEY);
    Note note = Note.parse(NOTE).orElseThrow();
    assertThat(key.text()).isEqualTo(KEY);
    assertThat(key.signed(note)).isPresent();
    assertThat(note.written()).isEqualTo(NOTE);
    assertThat(key.signed(new Note(note.text().replace("your", "my"), note.signatures())))
        .isEmpty();
    assertThat(
            NoteKey.parse("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8")
                .signed(note))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq",
        "PeterNeumann",
        ""
      })
  void refusesAKeyThatIsNotWholeOrNotItsOwn(String key) {
    assertThatIllegalArgumentException().isThrownBy(() -> NoteKey.parse(key));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text\n",
        "text\n\n",
        "text\n\nno signature\n",
        "text\n\n\u2014 name AAAA",
      })
  void isNotReadWhereItIsBrokenOff(String written) {
    assertThat(Note.parse(written)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "log\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "log\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "log\n1\n47DEQpj8\n",
        "log\n1\n",
        "log\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nmore\n"
      })
  void holdsACheckpointOnlyInItsOneForm(String text) {
    assertThat(Checkpoint.of(new Note(text, java.util.List.of()))).isEmpty();
    assertThat(
            Checkpoint.of(
                new Note(
                    "log\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", java.util.List.of())))
        .isPresent();
  }
}
