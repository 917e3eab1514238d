// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.cims.benchmarks.Browser.Page;

/// Logs a test citizen in as a browser without script does: portal, broker, DigiD simulator and
/// back, by redirects and one form.
public final class Login {

  private static final String START = "/nl/inloggen?pagina=RECORD";

  private Login() {}

  /// A citizen who is logged in.
  ///
  /// @param page the address of his dossier
  /// @param browser in which he is
  public record Session(URI page, Browser browser) {

    /// The value of the `Cookie` header.
    public String cookies() {
      return browser.cookies(page);
    }
  }

  /// Logs in, and stands on the dossier page after it.
  public static Session of(RunningDemo demo, String bsn) throws InterruptedException {
    URI portal = demo.address("portal");
    Browser browser = new Browser(demo.tls());
    Page page = browser.get(portal.resolve(START));
    if (page.body().contains("name=\"citizen\"")) {
      Map<String, String> fields = new LinkedHashMap<>(page.hidden());
      fields.put("citizen", bsn);
      fields.put("level", "SUBSTANTIEEL");
      fields.put("unusual", "NONE");
      fields.put("action", "login");
      page = browser.post(page.address().resolve(page.address().getPath()), fields);
    }
    if (!page.address().getAuthority().equals(portal.getAuthority()) || page.status() != 200) {
      throw new CannotMeasure(
          "The login stops at %s with status %d."
              .formatted(page.address().getPath(), page.status()));
    }
    return new Session(page.address(), browser);
  }
}
