// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.upstream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Enumeration;
import java.util.List;
import nl.cims.gateway.trace.RequestTrace;
import nl.cims.gateway.trace.SafeHeaders;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;

/// The headers that cross the gateway, by name; all others end here. So nobody outside can hand the
/// registry a forwarding, certificate, identity, cookie or hop-by-hop header.
final class PassedHeaders {

  private static final List<String> TO_THE_REGISTRY =
      List.of(
          "Authorization",
          "Accept",
          "Accept-Language",
          "Content-Type",
          "If-Match",
          "If-None-Match",
          "If-None-Exist",
          "Prefer");

  private static final List<String> FROM_THE_REGISTRY =
      List.of(
          "Content-Type",
          "Content-Language",
          "Content-Location",
          "Location",
          "ETag",
          "Last-Modified",
          "Allow",
          "Cache-Control",
          "Retry-After",
          "WWW-Authenticate");

  private PassedHeaders() {}

  static void toTheRegistry(HttpServletRequest from, ClassicHttpRequest to) {
    for (String name : TO_THE_REGISTRY) {
      Enumeration<String> values = from.getHeaders(name);
      while (values.hasMoreElements()) {
        to.addHeader(name, values.nextElement());
      }
    }
    RequestTrace trace = RequestTrace.of(from);
    to.setHeader(SafeHeaders.REQUEST_ID, trace.id());
    to.setHeader("traceparent", trace.traceparent());
  }

  static void fromTheRegistry(ClassicHttpResponse from, HttpServletResponse to) {
    for (String name : FROM_THE_REGISTRY) {
      Header header = from.getFirstHeader(name);
      if (header != null) {
        to.setHeader(name, header.getValue());
      }
    }
  }
}
