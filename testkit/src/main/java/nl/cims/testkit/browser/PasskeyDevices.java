// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/// The devices that hold somebody's passkeys, played by Chromium at one page: one of them lies at
/// hand, and answers without asking anybody.
public final class PasskeyDevices {

  private final CDPSession session;
  private String atHand = "";

  /// Nothing lies at hand yet.
  public PasskeyDevices(Page page) {
    this.session = page.context().newCDPSession(page);
    session.send("WebAuthn.enable");
  }

  /// Takes a new device, without any passkey, in the place of the one at hand.
  ///
  /// @param transport how it is connected: `internal`, `usb`, …
  public void take(String transport) {
    if (!atHand.isEmpty()) {
      session.send("WebAuthn.removeVirtualAuthenticator", aboutTheOneAtHand());
    }
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", transport);
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject asked = new JsonObject();
    asked.add("options", options);
    atHand =
        session
            .send("WebAuthn.addVirtualAuthenticator", asked)
            .get("authenticatorId")
            .getAsString();
  }

  /// Whether the one at hand makes sure from now on that it is its owner who uses it.
  public void verifies(boolean verifies) {
    JsonObject asked = aboutTheOneAtHand();
    asked.addProperty("isUserVerified", verifies);
    session.send("WebAuthn.setUserVerified", asked);
  }

  private JsonObject aboutTheOneAtHand() {
    JsonObject asked = new JsonObject();
    asked.addProperty("authenticatorId", atHand);
    return asked;
  }
}
