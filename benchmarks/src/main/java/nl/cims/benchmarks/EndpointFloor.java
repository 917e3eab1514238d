// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.cims.benchmarks.floor.BareEndpoint;

/// The bare endpoint in a JVM of its own, for as long as it is measured.
final class EndpointFloor implements Closeable {

  private final Process process;
  private final URI address;

  EndpointFloor() {
    try {
      this.process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx256m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  BareEndpoint.class.getName())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      this.address = URI.create("http://127.0.0.1:" + port(process.inputReader()));
    } catch (IOException failed) {
      throw new CannotMeasure("The bare endpoint does not start.", failed);
    }
  }

  List<Worker> workers(int connections) {
    byte[] request =
        "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n"
            .formatted(BareEndpoint.PATH)
            .getBytes(StandardCharsets.US_ASCII);
    List<Worker> workers = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      workers.add(new Asker(Wire.plain(address), request));
    }
    return workers;
  }

  @Override
  public void close() {
    process.destroy();
  }

  private static int port(BufferedReader output) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(BareEndpoint.LISTENS)) {
        return Integer.parseInt(line.substring(BareEndpoint.LISTENS.length()));
      }
    }
    throw new IOException("it ended before it listened");
  }

  private record Asker(Wire wire, byte[] request) implements Worker {

    @Override
    public boolean once() throws IOException {
      return wire.exchange(request).status() == 200;
    }

    @Override
    public void close() throws IOException {
      wire.close();
    }
  }
}
