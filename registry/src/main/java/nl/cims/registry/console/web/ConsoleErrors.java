// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import nl.cims.pages.Texts;
import nl.cims.registry.access.Permission;
import nl.cims.registry.access.StaffRole;
import nl.cims.registry.console.ConsolePage;
import nl.cims.registry.console.ConsoleSettings;
import nl.cims.registry.console.WithConsole;
import nl.cims.registry.dossier.NotPermitted;
import nl.cims.registry.dossier.Withheld;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;
import org.springframework.web.servlet.mvc.Controller;

/// Everything that goes wrong at the console's door, as a page that says what and where to go on;
/// never a trace. At the gateway's door the same faults are problem documents.
@ControllerAdvice("nl.cims.registry.console.web")
@Order(Ordered.HIGHEST_PRECEDENCE)
@WithConsole
class ConsoleErrors {

  private static final Logger LOG = LoggerFactory.getLogger(ConsoleErrors.class);

  /// The headers of an answer that was refused before the security filters could write theirs.
  private static final Map<String, String> HEADERS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer",
          "Strict-Transport-Security", "max-age=63072000; includeSubDomains",
          "Cache-Control", "no-store");

  /// Times are shown to the minute: the next one is late enough.
  private static final int A_MINUTE = 60;

  private final ConsoleFrames frames;
  private final ConsoleSettings settings;

  ConsoleErrors(ConsoleFrames frames, ConsoleSettings settings) {
    this.frames = frames;
    this.settings = settings;
  }

  @ExceptionHandler
  ModelAndView notPermitted(
      NotPermitted refused, HttpServletRequest request, HttpServletResponse response) {
    return page(HttpServletResponse.SC_FORBIDDEN, request.getRequestURI(), request, response);
  }

  @ExceptionHandler
  ModelAndView withheld(Withheld held, HttpServletRequest request, HttpServletResponse response) {
    boolean later = held.until() == Withheld.Until.LATER;
    response.setStatus(
        later ? HttpStatus.TOO_MANY_REQUESTS.value() : HttpServletResponse.SC_FORBIDDEN);
    String path = request.getRequestURI();
    Texts texts = frames.texts(path);
    ConsolePage wish = ConsolePage.at(path).orElse(ConsolePage.FIND);
    ModelAndView shown = frames.instead("withheld." + held.until(), path, request, List.of());
    shown.setViewName("console/withheld");
    return shown
        .addObject("until", held.until())
        .addObject("time", texts.dates().time(held.at().plusSeconds(A_MINUTE)))
        .addObject("login", ConsolePage.LOG_IN.addressWishing(texts.language(), wish));
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    TransientDataAccessException.class,
    TransactionException.class
  })
  ModelAndView databaseAway(
      Exception cause, HttpServletRequest request, HttpServletResponse response) {
    LOG.error("the database does not answer: {}", cause.getClass().getSimpleName());
    return page(
        HttpServletResponse.SC_SERVICE_UNAVAILABLE, request.getRequestURI(), request, response);
  }

  @ExceptionHandler
  ModelAndView notUnderstood(
      TypeMismatchException refused, HttpServletRequest request, HttpServletResponse response) {
    return page(HttpServletResponse.SC_BAD_REQUEST, request.getRequestURI(), request, response);
  }

  @ExceptionHandler
  ModelAndView anything(Exception cause, HttpServletRequest request, HttpServletResponse response) {
    if (cause instanceof ErrorResponse known) {
      return page(known.getStatusCode().value(), request.getRequestURI(), request, response);
    }
    // The message may hold a value that came in, so only its type and place are logged.
    StackTraceElement[] trace = cause.getStackTrace();
    LOG.error(
        "internal fault: {} at {}", cause.getClass().getName(), trace.length == 0 ? "?" : trace[0]);
    return page(
        HttpServletResponse.SC_INTERNAL_SERVER_ERROR, request.getRequestURI(), request, response);
  }

  private ModelAndView page(
      int status, String path, HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(status);
    HEADERS.forEach(response::setHeader);
    response.setHeader("Content-Security-Policy", settings.contentPolicy());
    String key = key(status, path);
    return frames.instead(key, path, request, key.equals("notAllowed") ? roles(path) : List.of());
  }

  private static String key(int status, String path) {
    return switch (status) {
      case 400, 413, 414, 415, 431 -> "notUnderstood";
      case 401, 403 -> "notAllowed";
      case 404, 406 ->
          ConsolePage.at(path)
                  .filter(page -> page.address(nl.cims.pages.Language.NL).contains("{handle}"))
                  .isPresent()
              ? "dossierClosed"
              : "notFound";
      case 405, 501 -> "wrongMethod";
      case 503 -> "unreachable";
      default -> "fault";
    };
  }

  /// The roles that would be allowed this.
  private List<String> roles(String path) {
    Texts texts = frames.texts(path);
    return ConsolePage.at(path).flatMap(ConsolePage::permission).map(Permission::roles).stream()
        .flatMap(List::stream)
        .map((StaffRole role) -> texts.say(role))
        .toList();
  }

  /// What the container sends to `/error` from the console's door comes here; the rest goes on to
  /// the problem documents.
  @Component
  @WithConsole
  static class AtTheDoor extends AbstractHandlerMapping {

    private final ConsoleDoor door;
    private final ConsoleErrors errors;

    AtTheDoor(ConsoleDoor door, ConsoleErrors errors) {
      this.door = door;
      this.errors = errors;
      setOrder(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    protected @Nullable Object getHandlerInternal(HttpServletRequest request) {
      if (request.getDispatcherType() != DispatcherType.ERROR || !door.carries(request)) {
        return null;
      }
      return (Controller) this::show;
    }

    private ModelAndView show(HttpServletRequest request, HttpServletResponse response) {
      Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
      Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
      return errors.page(
          status instanceof Integer number ? number : HttpServletResponse.SC_NOT_FOUND,
          path instanceof String text ? text : "/",
          request,
          response);
    }
  }
}
