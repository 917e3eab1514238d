// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.cims.testkit.staff.SoftPasskey;

/// Somebody of the staff with a browser and his passkeys.
public final class Employee {

  private static final Pattern OPTIONS = Pattern.compile("data-options=\"([^\"]*)\"");
  private static final Pattern CODE = Pattern.compile("id=\"code\">([0-9A-Z-]{29})<");

  public final RunningBroker broker;
  public final Browser browser = new Browser();
  public final List<SoftPasskey> passkeys = new ArrayList<>();

  public Employee(RunningBroker broker) {
    this.broker = broker;
  }

  /// Uses his code and registers two passkeys.
  public Employee enrol(String code) {
    assertThat(redeem(code).statusCode()).isEqualTo(303);
    assertThat(add("Laptop").headers().firstValue("Location")).hasValue("/staff/passkeys");
    assertThat(add("Key").headers().firstValue("Location")).hasValue("/staff/login");
    return this;
  }

  public HttpResponse<String> redeem(String code) {
    return post("/staff/code", "/staff/code", Map.of("code", code));
  }

  /// Registers one more passkey.
  public HttpResponse<String> add(String name) {
    SoftPasskey passkey = new SoftPasskey(broker.staff("").toString());
    passkeys.add(passkey);
    return add(passkey, name);
  }

  public HttpResponse<String> add(SoftPasskey passkey, String name) {
    String page = get("/staff/passkeys").body();
    return post(
        page,
        "/staff/passkeys/add",
        Map.of("credential", passkey.create(options(page)), "name", name));
  }

  /// Logs in with his first passkey.
  public Employee login() {
    assertThat(login(passkeys.getFirst()).statusCode()).isEqualTo(303);
    return this;
  }

  public HttpResponse<String> login(SoftPasskey passkey) {
    return login(URI.create("/staff/login"), passkey);
  }

  public HttpResponse<String> login(URI page, SoftPasskey passkey) {
    String html = get(page.toString()).body();
    return post(html, "/staff/login", Map.of("credential", passkey.get(options(html))));
  }

  /// Sends the form of a page, with the hidden fields that stand there.
  public HttpResponse<String> post(String html, String path, Map<String, String> fields) {
    String page = html.startsWith("/") ? get(html).body() : html;
    Map<String, String> form = new HashMap<>(Browser.hidden(page));
    form.putAll(fields);
    return browser.post(broker.staff("").resolve(path), form);
  }

  public HttpResponse<String> get(String path) {
    return browser.get(broker.staff("").resolve(path));
  }

  /// As administrator: does something to an account; the answer's page or address.
  public HttpResponse<String> does(String path, Map<String, String> fields) {
    return post("/staff/people", path, fields);
  }

  /// As administrator: invites; the code if there is one.
  public HttpResponse<String> invites(String name, String role) {
    return does("/staff/people/invite", Map.of("name", name, "role", role));
  }

  public static String code(HttpResponse<String> page) {
    Matcher code = CODE.matcher(page.body());
    assertThat(code.find()).as("a code on %s", page.body()).isTrue();
    return code.group(1);
  }

  public static String options(String html) {
    Matcher options = OPTIONS.matcher(html);
    assertThat(options.find()).as("options on %s", html).isTrue();
    return options.group(1).replace("&#34;", "\"").replace("&quot;", "\"").replace("&amp;", "&");
  }
}
