// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The page for everything that goes wrong: what, and where to go on. Never a trace.
@Controller
class ErrorPages implements ErrorController {

  private final Frames frames;

  ErrorPages(Frames frames) {
    this.frames = frames;
  }

  @RequestMapping("/error")
  ModelAndView show(HttpServletRequest request, HttpServletResponse response) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    int code = status instanceof Integer number ? number : HttpServletResponse.SC_NOT_FOUND;
    response.setStatus(code);
    // A request that is refused before the security filters has no headers of theirs.
    LastResort.HEADERS.forEach(response::setHeader);
    String key = key(code);
    return new ModelAndView(
        "status/instead",
        Map.of(
            "page",
            frames.instead(key + ".title", path instanceof String text ? text : "/", request),
            "key",
            key,
            "again",
            ""));
  }

  private static String key(int status) {
    return switch (status) {
      case 400, 413, 414, 431 -> "notUnderstood";
      case 401, 403 -> "notAllowed";
      case 404, 406 -> "notFound";
      case 405, 501 -> "wrongMethod";
      case 503 -> "tooBusy";
      default -> "fault";
    };
  }
}
