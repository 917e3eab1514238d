// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.trace;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// One line per request: who, which route, what came of it, how long it took. No path and no query,
/// since both can hold an identifier. Every answer carries the request's identifier.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestLog implements Filter {

  private static final Logger LOG = LoggerFactory.getLogger("nl.cims.gateway.requests");

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long begin = System.nanoTime();
    RequestTrace trace = RequestTrace.of(request);
    HttpServletResponse answer = (HttpServletResponse) response;
    SafeHeaders.on(answer, trace);
    boolean finished = false;
    try {
      chain.doFilter(request, response);
      finished = true;
    } finally {
      write(trace, finished || answer.isCommitted() ? answer.getStatus() : 500, begin);
    }
  }

  private static void write(RequestTrace trace, int status, long begin) {
    LOG.info(
        "client={} route={} status={} us={} request={}",
        trace.clientOrUnknown(),
        trace.routeOrUnknown(),
        status,
        TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begin),
        trace.id());
  }
}
