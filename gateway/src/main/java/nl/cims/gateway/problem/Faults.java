// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.problem;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import nl.cims.gateway.trace.RequestTrace;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.CloseNowException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The net under everything: a fault of ours becomes a problem, or a broken connection when half an
/// answer has gone out. Its message is not logged, since a framework puts values of the request
/// into it; where it came from is.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Faults implements Filter {

  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
  private static final int FRAMES = 12;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, response);
    } catch (ClientAbortException | CloseNowException gone) {
      throw gone;
    } catch (IOException | ServletException | RuntimeException fault) {
      if (response.isCommitted()) {
        LOG.warn("the answer to {} broke off: {}", RequestTrace.of(request).id(), fault.getClass());
        throw new CloseNowException(fault);
      }
      LOG.error("our fault in {}: {}", RequestTrace.of(request).id(), origin(fault));
      Problems.answer(
          (HttpServletRequest) request, (HttpServletResponse) response, Problems.ofStatus(500));
    }
  }

  private static String origin(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    StackTraceElement[] frames = root.getStackTrace();
    return root.getClass().getName()
        + " at "
        + Arrays.toString(Arrays.copyOf(frames, Math.min(FRAMES, frames.length)));
  }
}
