// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.cims.registry.console.ConsolePage;
import nl.cims.registry.console.WithConsole;
import nl.cims.registry.console.web.login.Present;
import nl.cims.registry.oversight.Alert;
import nl.cims.registry.oversight.Alerts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// For supervisors: whose look-ups are out of the ordinary, by which sign, and whether there is an
/// explanation.
@Controller
@WithConsole
class AlertPages {

  private static final int MOST = 200;

  private final ConsoleFrames frames;
  private final Visits visits;
  private final Alerts alerts;

  AlertPages(ConsoleFrames frames, Visits visits, Alerts alerts) {
    this.frames = frames;
    this.visits = visits;
    this.alerts = alerts;
  }

  @GetMapping({"/nl/signalen", "/en/alerts"})
  ModelAndView list(HttpServletRequest request) {
    return alerts(GivenVerdict.NONE, request);
  }

  @PostMapping({"/nl/signalen/{alert}", "/en/alerts/{alert}"})
  ModelAndView judge(
      @PathVariable UUID alert,
      @RequestParam Optional<Alert.Verdict> verdict,
      @RequestParam(defaultValue = "") String reason,
      HttpServletRequest request) {
    GivenVerdict given = GivenVerdict.of(alert, verdict, reason, "alerts.verdict.missing");
    if (given.isWrong()) {
      return alerts(given, request);
    }
    return given
        .refused(alerts.judge(visits.of(request), alert, verdict.orElseThrow(), reason.strip()))
        .map(wrong -> alerts(wrong, request))
        .orElseGet(() -> ConsoleFrames.to(ConsolePage.ALERTS, request));
  }

  private ModelAndView alerts(GivenVerdict given, HttpServletRequest request) {
    return frames.show(
        ConsolePage.ALERTS,
        request,
        Map.of(
            "alerts",
            alerts.list(MOST),
            "me",
            Present.staff().orElseThrow().employee().id(),
            "given",
            given));
  }
}
