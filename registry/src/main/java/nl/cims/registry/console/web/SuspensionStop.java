// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import nl.cims.registry.console.ConsolePage;
import nl.cims.registry.console.WithConsole;
import nl.cims.registry.console.web.login.Present;
import nl.cims.registry.dossier.Withheld;
import nl.cims.registry.oversight.Alerts;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Who is suspended gets no page that needs a permission, dossiers that he has open included, until
/// a supervisor has judged what he looked up.
@Component
@WithConsole
class SuspensionStop implements HandlerInterceptor, WebMvcConfigurer {

  private final Alerts alerts;
  private final Clock clock;

  SuspensionStop(Alerts alerts, Clock clock) {
    this.alerts = alerts;
    this.clock = clock;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    boolean work =
        ConsolePage.at(request.getRequestURI()).flatMap(ConsolePage::permission).isPresent();
    if (work && Present.staff().filter(it -> alerts.isSuspended(it.employee().id())).isPresent()) {
      throw new Withheld(Withheld.Until.JUDGED, clock.instant());
    }
    return true;
  }
}
