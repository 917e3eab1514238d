// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.person;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.cims.vocabulary.Bsn;
import org.springframework.stereotype.Component;

/// Reads a BSN from standard input: on a command line everybody on the machine would see it, and
/// the shell would keep it.
@Component
class Asked {

  Optional<Bsn> bsn(PrintStream out) {
    out.println("BSN, on a line of its own:");
    try {
      String line =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))
              .readLine();
      Optional<Bsn> bsn = Optional.ofNullable(line).flatMap(it -> Bsn.parse(it.strip()));
      if (bsn.isEmpty()) {
        out.println("That is not a BSN.");
      }
      return bsn;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
