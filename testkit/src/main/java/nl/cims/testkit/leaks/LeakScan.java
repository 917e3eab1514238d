// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.leaks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Looks for secrets in bytes, in every form in which software writes them: UTF-8, Latin-1, UTF-16,
/// percent-encoded, hexadecimal and base64 at any offset. All forms of all secrets are found in one
/// pass (Aho and Corasick, 1975), whatever the size.
public final class LeakScan {

  private static final int NOTHING = -1;
  private static final int BUFFER = 1 << 16;
  private static final int SHORTEST = 6;

  private final List<Form> forms = new ArrayList<>();
  private final List<int[]> next = new ArrayList<>();
  private final List<Integer> ends = new ArrayList<>();

  /// @param secrets by a name that may be shown; each of at least six characters
  public LeakScan(Map<String, String> secrets) {
    addNode();
    secrets.forEach(this::add);
    complete();
  }

  private record Form(String what, String name, int length) {}

  /// What is found in all files below a directory. Files that vanish meanwhile are passed over.
  ///
  /// @param of which files to look at
  public List<Leak> files(Path directory, Predicate<Path> of) {
    List<Path> all;
    try (Stream<Path> files = Files.walk(directory)) {
      all = files.filter(Files::isRegularFile).filter(of).toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    List<Leak> leaks = new ArrayList<>();
    for (Path file : all) {
      try (InputStream in = Files.newInputStream(file)) {
        leaks.addAll(stream(file.toString(), in));
      } catch (NoSuchFileException gone) {
        // It leaks no more.
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
    return leaks;
  }

  /// What is found in this text.
  public List<Leak> text(String where, String text) {
    try {
      return stream(where, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// What is found in these bytes, to their end.
  public List<Leak> stream(String where, InputStream in) throws IOException {
    List<Leak> leaks = new ArrayList<>();
    byte[] buffer = new byte[BUFFER];
    long offset = 0;
    int node = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      for (int i = 0; i < read; i++) {
        node = next.get(node)[buffer[i] & 0xff];
        int found = ends.get(node);
        if (found != NOTHING) {
          Form form = forms.get(found);
          leaks.add(new Leak(where, offset + i + 1 - form.length, form.what, form.name));
        }
      }
      offset += read;
    }
    return leaks;
  }

  private void add(String what, String secret) {
    if (secret.length() < SHORTEST) {
      throw new IllegalArgumentException(what + " is too short to be told from chance");
    }
    Needles.of(secret).forEach((name, bytes) -> add(new Form(what, name, bytes.length), bytes));
  }

  private void add(Form form, byte[] bytes) {
    int node = 0;
    for (byte each : bytes) {
      int[] from = next.get(node);
      if (from[each & 0xff] == NOTHING) {
        from[each & 0xff] = addNode();
      }
      node = from[each & 0xff];
    }
    if (ends.get(node) == NOTHING) {
      ends.set(node, forms.size());
      forms.add(form);
    }
  }

  private int addNode() {
    int[] none = new int[256];
    Arrays.fill(none, NOTHING);
    next.add(none);
    ends.add(NOTHING);
    return next.size() - 1;
  }

  /// Makes of the tree of forms a machine that never has to look back.
  private void complete() {
    int[] fallback = new int[next.size()];
    Deque<Integer> waiting = new ArrayDeque<>(List.of(0));
    while (!waiting.isEmpty()) {
      int node = waiting.remove();
      if (ends.get(node) == NOTHING) {
        ends.set(node, ends.get(fallback[node]));
      }
      int[] from = next.get(node);
      int[] instead = next.get(fallback[node]);
      for (int each = 0; each < from.length; each++) {
        if (from[each] == NOTHING) {
          from[each] = node == 0 ? 0 : instead[each];
        } else {
          fallback[from[each]] = node == 0 ? 0 : instead[each];
          waiting.add(from[each]);
        }
      }
    }
  }
}
