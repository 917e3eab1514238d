// SPDX-License-Identifier: EUPL-1.2
package nl.cims.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// The addresses of styles, script, font and pictures. Each holds a hash of its content, so it may
/// be cached for ever. The files lie in `static/assets` of this module's jar, where Spring Boot
/// serves them.
public final class Assets {

  /// Every asset's address begins with this.
  public static final String PATH = "/assets/";

  /// How an asset may be cached.
  public static final String CACHE_CONTROL = "public, max-age=31536000, immutable";

  private static final Properties ADDRESSES = read();

  private Assets() {}

  /// The stylesheet of all components and the layout.
  public static String components() {
    return address("components.css");
  }

  /// The stylesheet with our own colours and measures.
  public static String theme() {
    return address("theme.css");
  }

  /// The script: dialogs, printing. Every page works without it.
  public static String script() {
    return address("pages.js");
  }

  /// The script that sends what stands behind the `#` of the address as a form.
  public static String fragment() {
    return address("fragment.js");
  }

  /// The script that asks the browser for a passkey before a form is sent.
  public static String passkey() {
    return address("passkey.js");
  }

  /// The font of the text.
  public static String font() {
    return address("source-sans-3.woff2");
  }

  /// The picture in the browser's tab.
  public static String icon() {
    return address("icon.svg");
  }

  private static String address(String name) {
    String file = ADDRESSES.getProperty(name);
    if (file == null) {
      throw new IllegalStateException("there is no asset " + name);
    }
    return PATH + file;
  }

  private static Properties read() {
    try (InputStream stream = Assets.class.getResourceAsStream("assets.properties")) {
      Properties properties = new Properties();
      properties.load(stream);
      return properties;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
