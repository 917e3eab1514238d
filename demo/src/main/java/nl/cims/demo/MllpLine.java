// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/// Sends HL7 v2 messages over MLLP, each in a frame and on a connection of its own.
///
/// @param tls with the sender's certificate
/// @param port of the gateway
record MllpLine(SSLContext tls, int port) {

  private static final int BEGIN = 0x0B;
  private static final int END = 0x1C;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  Answer send(byte[] message) {
    try (Socket socket =
        tls.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
      OutputStream out = socket.getOutputStream();
      out.write(BEGIN);
      out.write(message);
      out.write(new byte[] {END, '\r'});
      out.flush();
      return Acknowledgements.read(200, answer(socket.getInputStream()));
    } catch (IOException unreachable) {
      throw new CannotProceed(
          "The gateway does not answer on its MLLP port %d; ./cims status tells whether it runs."
              .formatted(port),
          unreachable);
    }
  }

  private static String answer(InputStream in) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != END; b = in.read()) {
      if (b != BEGIN) {
        frame.write(b);
      }
    }
    return frame.toString(StandardCharsets.UTF_8);
  }
}
