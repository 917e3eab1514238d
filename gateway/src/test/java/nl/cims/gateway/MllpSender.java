// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// One MLLP connection, written byte for byte.
final class MllpSender implements AutoCloseable {

  static final String BEGIN = "\u000b";
  static final String END = "\u001c\r";

  private final Socket socket;

  MllpSender(int port, SSLContext tls) throws IOException {
    this.socket = tls.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(20_000);
    ((SSLSocket) socket).startHandshake();
  }

  /// A message in its frame.
  static String framed(String message) {
    return BEGIN + message + END;
  }

  MllpSender write(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    return this;
  }

  /// What the next frame holds; empty if the connection was closed.
  String answer() throws IOException {
    InputStream in = socket.getInputStream();
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    int b = in.read();
    while (b >= 0 && b != 0x1c) {
      frame.write(b);
      b = in.read();
    }
    if (b < 0) {
      return frame.toString(StandardCharsets.ISO_8859_1);
    }
    if (in.read() != '\r') {
      throw new IllegalStateException("a frame ends with a carriage return");
    }
    String text = frame.toString(StandardCharsets.ISO_8859_1);
    if (!text.startsWith(BEGIN)) {
      throw new IllegalStateException("a frame begins with 0x0B");
    }
    return text.substring(1);
  }

  boolean isClosedByTheOtherSide() {
    try {
      return answer().isEmpty();
    } catch (IOException reset) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
