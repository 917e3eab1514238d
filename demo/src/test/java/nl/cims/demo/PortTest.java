// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortTest {

  @Test
  void saysWhichPortIsTakenAndHowToShiftThemAll() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int offset = other.getLocalPort() - Port.GATEWAY.shiftedBy(0);
      assertThatExceptionOfType(CannotProceed.class)
          .isThrownBy(() -> Port.requireFree(List.of(Port.GATEWAY), offset))
          .withMessageContaining("Port %d".formatted(other.getLocalPort()))
          .withMessageContaining("the gateway")
          .withMessageContaining("--port-offset");
    }
  }

  @Test
  void isContentWhenNobodyListens() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    int offset = free - Port.PORTAL.shiftedBy(0);
    assertThatCode(() -> Port.requireFree(List.of(Port.PORTAL), offset)).doesNotThrowAnyException();
  }

  @Test
  void theLargestOffsetKeepsEveryPortValid() {
    assertThat(Stream.of(Port.values()).map(port -> port.shiftedBy(Port.LARGEST_OFFSET)))
        .allMatch(port -> port <= 65_535);
  }
}
