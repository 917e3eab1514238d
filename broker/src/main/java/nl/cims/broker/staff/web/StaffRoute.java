// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Every address of the staff pages, with its method and who may come there. What is not here is
/// not served.
public enum StaffRoute {
  LOGIN("GET", Paths.LOGIN, Access.ANYBODY),
  LOG_IN("POST", Paths.LOGIN, Access.ANYBODY),
  CODE("GET", Paths.CODE, Access.ANYBODY),
  REDEEM("POST", Paths.CODE, Access.ANYBODY),
  LOGOUT("GET", Paths.LOGOUT, Access.ANYBODY),
  LOG_OUT("POST", Paths.LOGOUT, Access.ANYBODY),
  EXTEND("GET", Paths.EXTEND, Access.ENTERED),
  PASSKEYS("GET", Paths.PASSKEYS, Access.ENROLLING),
  ADD_PASSKEY("POST", Paths.ADD_PASSKEY, Access.ENROLLING, true),
  REMOVE_PASSKEY("POST", Paths.REMOVE_PASSKEY, Access.WORKING, true),
  PEOPLE("GET", Paths.PEOPLE, Access.ADMINISTRATOR),
  INVITE("POST", Paths.INVITE, Access.ADMINISTRATOR, true),
  PERSON("GET", Paths.PERSON, Access.ADMINISTRATOR),
  ROLES("POST", Paths.ROLES, Access.ADMINISTRATOR, true),
  SUSPEND("POST", Paths.SUSPEND, Access.ADMINISTRATOR, true),
  RETURN("POST", Paths.RETURN, Access.ADMINISTRATOR, true),
  RECOVER("POST", Paths.RECOVER, Access.ADMINISTRATOR, true),
  APPROVE("POST", Paths.APPROVE, Access.ADMINISTRATOR, true),
  REFUSE("POST", Paths.REFUSE, Access.ADMINISTRATOR, true),
  JOURNAL("GET", Paths.JOURNAL, Access.WATCHING);

  /// Every address begins with this.
  public static final String ALL = "/staff/";

  private final String method;
  private final String path;
  private final Access access;
  private final boolean fresh;

  StaffRoute(String method, String path, Access access) {
    this(method, path, access, false);
  }

  StaffRoute(String method, String path, Access access, boolean fresh) {
    this.method = method;
    this.path = path;
    this.access = access;
    this.fresh = fresh;
  }

  /// The addresses, for annotations.
  static final class Paths {
    static final String LOGIN = "/staff/login";
    static final String CODE = "/staff/code";
    static final String LOGOUT = "/staff/logout";
    static final String EXTEND = "/staff/extend";
    static final String PASSKEYS = "/staff/passkeys";
    static final String ADD_PASSKEY = "/staff/passkeys/add";
    static final String REMOVE_PASSKEY = "/staff/passkeys/remove";
    static final String PEOPLE = "/staff/people";
    static final String INVITE = "/staff/people/invite";
    static final String PERSON = "/staff/person";
    static final String ROLES = "/staff/person/roles";
    static final String SUSPEND = "/staff/person/suspend";
    static final String RETURN = "/staff/person/return";
    static final String RECOVER = "/staff/person/recover";
    static final String APPROVE = "/staff/proposals/approve";
    static final String REFUSE = "/staff/proposals/refuse";
    static final String JOURNAL = "/staff/journal";

    private Paths() {}
  }

  /// The route of a request.
  static Optional<StaffRoute> of(String method, String path) {
    String served = method.equals("HEAD") ? "GET" : method;
    return Arrays.stream(values())
        .filter(route -> route.method.equals(served) && route.path.equals(path))
        .findFirst();
  }

  /// The methods that are served at a path; none if nothing is there.
  public static Set<String> methods(String path) {
    return new TreeSet<>(
        Arrays.stream(values())
            .filter(route -> route.path.equals(path))
            .flatMap(
                route ->
                    route.method.equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(route.method))
            .toList());
  }

  /// The pages in the menu, in its order.
  static List<StaffRoute> menu() {
    return List.of(PASSKEYS, PEOPLE, JOURNAL);
  }

  public String method() {
    return method;
  }

  public String path() {
    return path;
  }

  Access access() {
    return access;
  }

  boolean fresh() {
    return fresh;
  }
}
