// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.login;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// The sessions of those who are logged in here, by their login's name at the broker, so that the
/// broker can end one.
@Component
class OpenSessions {

  private static final String MARK = "login";

  private final Map<String, HttpSession> byLogin = new ConcurrentHashMap<>();

  void opened(String login, HttpSession session) {
    session.setAttribute(MARK, new Mark(login));
  }

  /// Ends the session of this login.
  ///
  /// @return whether there was one
  boolean end(String login) {
    HttpSession session = byLogin.remove(login);
    if (session == null) {
      return false;
    }
    try {
      session.invalidate();
      return true;
    } catch (IllegalStateException overAlready) {
      return false;
    }
  }

  /// Goes with the session, however it ends.
  private final class Mark implements HttpSessionBindingListener {

    private final String login;

    Mark(String login) {
      this.login = login;
    }

    @Override
    public void valueBound(HttpSessionBindingEvent event) {
      byLogin.put(login, event.getSession());
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
      byLogin.remove(login);
    }
  }
}
