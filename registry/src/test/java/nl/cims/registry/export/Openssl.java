// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Opens an export as its recipient would, with a program that we did not write.
public final class Openssl {

  private Openssl() {}

  /// What is in it; empty if this key does not open it.
  public static Optional<byte[]> open(Path sealed, Path key)
      throws IOException, InterruptedException {
    Path plain = Files.createTempFile(sealed.getParent(), "plain", null);
    Process openssl =
        new ProcessBuilder(
                "openssl",
                "cms",
                "-decrypt",
                "-inform",
                "DER",
                "-binary",
                "-in",
                sealed.toString(),
                "-inkey",
                key.toString(),
                "-out",
                plain.toString())
            .redirectErrorStream(true)
            .start();
    openssl.getInputStream().readAllBytes();
    return openssl.waitFor() == 0 ? Optional.of(Files.readAllBytes(plain)) : Optional.empty();
  }
}
