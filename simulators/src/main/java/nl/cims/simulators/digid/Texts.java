// SPDX-License-Identifier: EUPL-1.2
package nl.cims.simulators.digid;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/// The simulator's words in one language.
public final class Texts {

  private final String language;
  private final ResourceBundle bundle;

  Texts(String language) {
    this.language = language;
    this.bundle =
        ResourceBundle.getBundle(
            "nl.cims.simulators.digid.texts",
            Locale.of(language),
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  /// For the `lang` attribute.
  public String language() {
    return language;
  }

  /// The words under this key.
  public String of(String key) {
    return bundle.getString(key);
  }
}
