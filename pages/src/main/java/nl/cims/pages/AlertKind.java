// SPDX-License-Identifier: EUPL-1.2
package nl.cims.pages;

/// How serious a message is; colour is never its only sign.
public enum AlertKind {
  INFO("utrecht-alert--info"),
  OK("utrecht-alert--ok"),
  WARNING("utrecht-alert--warning"),
  ERROR("utrecht-alert--error");

  private final String style;

  AlertKind(String style) {
    this.style = style;
  }

  /// The class of its style.
  public String style() {
    return style;
  }
}
