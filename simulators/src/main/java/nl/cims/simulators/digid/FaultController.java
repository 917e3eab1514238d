// SPDX-License-Identifier: EUPL-1.2
package nl.cims.simulators.digid;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// Pages for what is not there and for what broke.
@Controller
final class FaultController implements ErrorController {

  private final Pages pages;

  FaultController(Pages pages) {
    this.pages = pages;
  }

  @RequestMapping("${server.error.path:/error}")
  void report(HttpServletRequest request, HttpServletResponse response) throws IOException {
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : 404;
    String key = status == 404 ? "not-found" : status < 500 ? "bad-request" : "internal";
    pages.message(response, status, key);
  }
}
