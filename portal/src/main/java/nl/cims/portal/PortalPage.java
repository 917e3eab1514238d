// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal;

import java.util.Arrays;
import java.util.Optional;
import nl.cims.pages.Language;
import org.jspecify.annotations.Nullable;

/// Every page of the portal, each with an address in both languages. Its title is the text
/// `PortalPage.<NAME>`.
public enum PortalPage {
  HOME(Kind.TEXT, "", ""),
  DIGID(Kind.TEXT, "over-digid", "about-digid"),
  QUESTIONS(Kind.TEXT, "vragen", "questions"),
  CONTACT(Kind.TEXT, "contact", "contact"),
  ADD(Kind.TEXT, "vaccinatie-toevoegen", "add-a-vaccination"),
  OPT_OUT(Kind.TEXT, "uitschrijven", "opt-out"),
  PRIVACY(Kind.TEXT, "privacy", "privacy"),
  ACCESSIBILITY(Kind.TEXT, "toegankelijkheid", "accessibility"),
  COOKIES(Kind.TEXT, "cookies", "cookies"),
  COPYRIGHT(Kind.TEXT, "auteursrecht", "copyright"),
  VERIFY(Kind.CHECK, "controleren", "verify"),

  MY_VACCINATIONS(Kind.PERSONAL, "mijn-vaccinaties", "my-vaccinations"),
  RECORD(
      Kind.PERSONAL, "mijn-vaccinaties/vaccinatiegegevens", "my-vaccinations/vaccination-details"),
  PLANNING(
      Kind.PERSONAL, "mijn-vaccinaties/vaccinatieplanning", "my-vaccinations/planned-vaccinations"),
  MY_DETAILS(Kind.PERSONAL, "mijn-gegevens", "my-details"),
  ACCESS_LOG(Kind.PERSONAL, "mijn-gegevens/inzage-dossier", "my-details/who-viewed-my-record"),
  LOG_PROOF(
      Kind.DOWNLOAD,
      "mijn-gegevens/inzage-dossier/bewijs.json",
      "my-details/who-viewed-my-record/proof.json"),
  OVERVIEW_PDF(Kind.DOWNLOAD, "mijn-vaccinaties/overzicht.pdf", "my-vaccinations/overview.pdf"),
  OVERVIEW_FHIR(Kind.DOWNLOAD, "mijn-vaccinaties/overzicht.json", "my-vaccinations/overview.json"),

  LOG_IN(Kind.STEP, "inloggen", "log-in"),
  STAY(Kind.STAY, "ingelogd-blijven", "stay-logged-in"),
  LOG_OUT(Kind.STEP, "uitloggen", "log-out"),
  LOGIN_NEEDED(Kind.STATUS, "eerst-inloggen", "log-in-first"),
  LOGIN_AGAIN(Kind.STATUS, "opnieuw-inloggen", "log-in-again"),
  LOGIN_CANCELLED(Kind.STATUS, "inloggen-gestopt", "login-cancelled"),
  LOGIN_FAILED(Kind.STATUS, "inloggen-mislukt", "login-failed"),
  LEVEL_TOO_LOW(Kind.STATUS, "hoger-niveau-nodig", "higher-level-needed"),
  SESSION_ENDED(Kind.STATUS, "sessie-verlopen", "session-ended"),
  LOGGED_OUT(Kind.STATUS, "uitgelogd", "logged-out");

  /// What sort of page it is.
  public enum Kind {
    /// The same text for everybody.
    TEXT,
    /// Data about the citizen who is logged in, for nobody else.
    PERSONAL,
    /// A file with data about the citizen who is logged in.
    DOWNLOAD,
    /// Lengthens the session of the citizen who is logged in; shows nothing.
    STAY,
    /// For whoever gets a printed overview: open to everybody, by a form.
    CHECK,
    /// What became of a login; the same text for everybody.
    STATUS,
    /// No page of its own: a step to another one.
    STEP
  }

  /// The short address in a printed code, which leads to [#VERIFY] in the browser's language.
  public static final String CODE = "/c";

  /// The parameter that names the personal page somebody wants to see after he has logged in.
  public static final String WISH = "pagina";

  private final Kind kind;
  private final String dutch;
  private final String english;

  PortalPage(Kind kind, String dutch, String english) {
    this.kind = kind;
    this.dutch = dutch;
    this.english = english;
  }

  /// What sort of page it is.
  public Kind kind() {
    return kind;
  }

  /// The page under which it stands, other than the first one.
  public Optional<PortalPage> parent() {
    return switch (this) {
      case RECORD, PLANNING -> Optional.of(MY_VACCINATIONS);
      case ACCESS_LOG -> Optional.of(MY_DETAILS);
      default -> Optional.empty();
    };
  }

  /// Its address in this language, without the host.
  public String address(Language language) {
    String slug = language == Language.NL ? dutch : english;
    return "/" + language.code() + (slug.isEmpty() ? "" : "/" + slug);
  }

  /// The same, with the personal page that a login from there leads to.
  public String addressWishing(Language language, PortalPage wish) {
    return address(language) + "?" + WISH + "=" + wish.name();
  }

  /// The template of a page that shows the same to everybody.
  public String template() {
    return switch (kind) {
      case TEXT -> "text/" + file();
      case STATUS -> "status/" + file();
      case PERSONAL -> "personal/" + file();
      case CHECK -> "check/" + file();
      case STEP, DOWNLOAD, STAY -> throw new IllegalStateException(this + " shows no page");
    };
  }

  /// Whether it shows or does something for the citizen who is logged in.
  public boolean isAboutSomebody() {
    return kind == Kind.PERSONAL || kind == Kind.DOWNLOAD || kind == Kind.STAY;
  }

  /// Whether a browser shows it at its own address.
  public boolean isShown() {
    return kind != Kind.STEP && kind != Kind.DOWNLOAD && kind != Kind.STAY;
  }

  /// Whether this is one of its two addresses.
  public boolean isAt(String path) {
    return Arrays.stream(Language.values()).anyMatch(language -> address(language).equals(path));
  }

  /// The page at this address.
  public static Optional<PortalPage> at(String path) {
    return Arrays.stream(values()).filter(page -> page.isAt(path)).findFirst();
  }

  /// The personal page of this name; anything else is taken for the first of them.
  public static PortalPage personal(@Nullable String name) {
    return Arrays.stream(values())
        .filter(page -> page.kind == Kind.PERSONAL && page.name().equals(name))
        .findFirst()
        .orElse(MY_VACCINATIONS);
  }

  /// The addresses that are open to everybody.
  public static String[] publicAddresses() {
    return Arrays.stream(values())
        .filter(page -> !page.isAboutSomebody())
        .flatMap(page -> Arrays.stream(Language.values()).map(page::address))
        .toArray(String[]::new);
  }

  private String file() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
