// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// Takes the place of the framework's error page: what went wrong inside the application without an
/// answer of our own becomes a problem too.
@Controller
class ErrorAnswers implements ErrorController {

  @RequestMapping("${spring.web.error.path:/error}")
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Problems.answer(request, response, Problems.ofStatus(status instanceof Integer s ? s : 404));
  }
}
