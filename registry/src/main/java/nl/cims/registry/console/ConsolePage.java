// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.cims.pages.Language;
import nl.cims.registry.access.Permission;
import org.jspecify.annotations.Nullable;

/// Every address of the console, in both languages, with who may ask for it and how. What does not
/// stand here is not found. The title of a page is the text `ConsolePage.<NAME>`.
public enum ConsolePage {
  START(Reach.EVERYBODY, Verb.SHOWS, "", ""),
  LOG_IN(Reach.EVERYBODY, Verb.SHOWS, "inloggen", "log-in"),
  LOGIN_FAILED(Reach.EVERYBODY, Verb.SHOWS, "inloggen-mislukt", "login-failed"),
  LOGIN_TOO_WEAK(Reach.EVERYBODY, Verb.SHOWS, "passkey-nodig", "passkey-needed"),
  SESSION_ENDED(Reach.EVERYBODY, Verb.SHOWS, "sessie-verlopen", "session-ended"),
  LOGGED_OUT(Reach.EVERYBODY, Verb.SHOWS, "uitgelogd", "logged-out"),

  LOG_OUT(Reach.STAFF, Verb.DOES, "uitloggen", "log-out"),
  STAY(Reach.STAFF, Verb.SHOWS, "ingelogd-blijven", "stay-logged-in"),
  WORK(Reach.STAFF, Verb.SHOWS, "werk", "work"),

  FIND(Permission.OPEN_DOSSIER, Verb.BOTH, "persoon-zoeken", "find-a-person"),
  EMERGENCY(Permission.OPEN_IN_EMERGENCY, Verb.BOTH, "spoedinzage", "emergency-access"),
  DOSSIER(Permission.OPEN_DOSSIER, Verb.SHOWS, "dossier/{handle}", "dossier/{handle}"),
  DOSES(Permission.PART_DOSES, Verb.DOES, "dossier/{handle}/doses", "dossier/{handle}/doses"),
  DOSSIER_LOG(
      Permission.READ_LOG_OF_DOSSIER,
      Verb.SHOWS,
      "dossier/{handle}/inzage",
      "dossier/{handle}/who-looked"),

  QUARANTINE(Permission.HANDLE_QUARANTINE, Verb.SHOWS, "quarantaine", "quarantine"),
  WAITING(Permission.HANDLE_QUARANTINE, Verb.SHOWS, "quarantaine/{report}", "quarantine/{report}"),
  WAITING_OPENED(
      Permission.HANDLE_QUARANTINE,
      Verb.DOES,
      "quarantaine/{report}/openen",
      "quarantine/{report}/open"),
  REDRIVE(
      Permission.HANDLE_QUARANTINE,
      Verb.DOES,
      "quarantaine/{report}/opnieuw",
      "quarantine/{report}/again"),
  ASK_SOURCE(
      Permission.HANDLE_QUARANTINE,
      Verb.DOES,
      "quarantaine/{report}/vraag",
      "quarantine/{report}/question"),
  SOURCES(Permission.WATCH_SOURCES, Verb.SHOWS, "bronnen", "sources"),

  LOG(Permission.SEARCH_LOG, Verb.BOTH, "inzagelog", "access-log"),
  EMERGENCIES(Permission.JUDGE_EMERGENCIES, Verb.SHOWS, "spoedinzagen", "emergencies"),
  JUDGE(
      Permission.JUDGE_EMERGENCIES,
      Verb.DOES,
      "spoedinzagen/{emergency}",
      "emergencies/{emergency}"),
  EXPORTS(Permission.EXPORT, Verb.BOTH, "uitleveringen", "exports"),
  DECIDE_EXPORT(
      Permission.EXPORT, Verb.DOES, "uitleveringen/{export}/besluit", "exports/{export}/decision"),
  FETCH_EXPORT(
      Permission.EXPORT, Verb.DOES, "uitleveringen/{export}/bestand", "exports/{export}/file"),
  ALERTS(Permission.JUDGE_ALERTS, Verb.SHOWS, "signalen", "alerts"),
  JUDGE_ALERT(Permission.JUDGE_ALERTS, Verb.DOES, "signalen/{alert}", "alerts/{alert}"),
  STAFF(Permission.MANAGE_STAFF, Verb.SHOWS, "medewerkers", "staff");

  /// The parameter that names the page somebody wants to see after he has logged in.
  public static final String WISH = "pagina";

  /// Who may ask, besides those with a permission.
  private enum Reach {
    EVERYBODY,
    STAFF
  }

  /// What one can do at an address.
  public enum Verb {
    /// It is looked at (GET).
    SHOWS,
    /// A form is sent to it (POST).
    DOES,
    /// It shows a form that is sent to itself.
    BOTH
  }

  private final boolean open;
  private final @Nullable Permission permission;
  private final Verb verb;
  private final String dutch;
  private final String english;

  ConsolePage(Reach reach, Verb verb, String dutch, String english) {
    this.open = reach == Reach.EVERYBODY;
    this.permission = null;
    this.verb = verb;
    this.dutch = dutch;
    this.english = english;
  }

  ConsolePage(Permission permission, Verb verb, String dutch, String english) {
    this.open = false;
    this.permission = permission;
    this.verb = verb;
    this.dutch = dutch;
    this.english = english;
  }

  /// Whether it is for everybody, logged in or not.
  public boolean isOpen() {
    return open;
  }

  /// What one must be allowed to see it; empty if any login does.
  public Optional<Permission> permission() {
    return Optional.ofNullable(permission);
  }

  /// The methods of HTTP that it answers.
  public Set<String> methods() {
    return switch (verb) {
      case SHOWS -> Set.of("GET");
      case DOES -> Set.of("POST");
      case BOTH -> Set.of("GET", "POST");
    };
  }

  /// Whether a login can lead here: a page at an address that always means the same.
  public boolean isWishable() {
    return !open && verb != Verb.DOES && !dutch.contains("{") && this != STAY;
  }

  /// Its address in this language, without the host; with a name in braces where something of its
  /// own stands.
  public String address(Language language) {
    String slug = language == Language.NL ? dutch : english;
    return "/" + language.code() + (slug.isEmpty() ? "" : "/" + slug);
  }

  /// The same for one thing.
  ///
  /// @param own what stands in the place of the braces
  public String address(Language language, String own) {
    return address(language).replaceFirst("\\{\\w+}", own);
  }

  /// The same with the page that a login from there leads to.
  public String addressWishing(Language language, ConsolePage wish) {
    return address(language) + "?" + WISH + "=" + wish.name();
  }

  /// Whether this path is one of its addresses.
  public boolean isAt(String path) {
    return Arrays.stream(Language.values())
        .anyMatch(language -> path.matches(address(language).replaceAll("\\{\\w+}", "[^/]+")));
  }

  /// The page at this address.
  public static Optional<ConsolePage> at(String path) {
    return Arrays.stream(values()).filter(page -> page.isAt(path)).findFirst();
  }

  /// The page of this name if a login can lead there; the list of work if not.
  public static ConsolePage wished(@Nullable String name) {
    return Arrays.stream(values())
        .filter(page -> page.isWishable() && page.name().equals(name))
        .findFirst()
        .orElse(WORK);
  }

  /// Its template; those that are for everybody differ in their words alone.
  public String template() {
    return open ? "console/status" : "console/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
