// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.web;

import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of a page in one language.
///
/// @param language for the `lang` attribute
/// @param title what happened
/// @param text what that means and what to do
/// @param back the words of the link to the portal
public record Notice(String language, String title, String text, String back) {

  static Notice of(Refusal refusal, Locale locale) {
    ResourceBundle texts =
        ResourceBundle.getBundle(
            "nl.cims.broker.web.notices",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return new Notice(
        locale.getLanguage(),
        texts.getString(refusal.key() + ".title"),
        texts.getString(refusal.key() + ".text"),
        texts.getString("back"));
  }
}
