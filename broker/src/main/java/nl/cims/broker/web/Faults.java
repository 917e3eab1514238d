// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// What comes out of the container when something broke. The OAuth addresses keep the error
/// documents of RFC 6749, because clients parse those.
@Controller
class Faults implements ErrorController {

  private static final String SERVER_ERROR = "{\"error\":\"server_error\"}";

  private final Refusals refusals;

  Faults(Refusals refusals) {
    this.refusals = refusals;
  }

  @RequestMapping("${server.error.path:/error}")
  void report(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    Refusal refusal = status instanceof Integer code ? Refusal.of(code) : Refusal.NOT_FOUND;
    boolean oauth = Doors.TOKEN.equals(path) || Doors.REVOKE.equals(path);
    if (oauth && refusal == Refusal.INTERNAL) {
      response.setStatus(refusal.status());
      response.setContentType("application/json");
      response.getOutputStream().write(SERVER_ERROR.getBytes(StandardCharsets.UTF_8));
    } else {
      refusals.refuse(refusal, request, response);
    }
  }
}
