// SPDX-License-Identifier: EUPL-1.2
package nl.cims.pages;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/// All texts of one process in both languages, read once from UTF-8 property files. A later file
/// replaces the texts of an earlier one, so that an institute can change a sentence without code.
public final class Wording {

  private static final String FRAME = "/nl/cims/pages/texts";

  private final Map<Language, Texts> texts = new EnumMap<>(Language.class);

  private Wording(Map<Language, Texts> texts) {
    this.texts.putAll(texts);
  }

  /// Reads the texts of the components and then those of a process.
  ///
  /// @param names words that may stand in any text as `{name}`, such as the organisation's
  /// @param resources class path addresses without language and extension: `/nl/cims/x/texts`
  ///   stands for `texts_nl.properties` and `texts_en.properties`
  /// @throws IllegalStateException if a resource is missing
  public static Wording of(Map<String, String> names, String... resources) {
    Map<Language, Texts> both = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      Map<String, String> all = new HashMap<>(read(FRAME, language));
      List.of(resources).forEach(resource -> all.putAll(read(resource, language)));
      all.replaceAll((key, text) -> fill(text, names));
      both.put(language, new Texts(language, all));
    }
    return new Wording(both);
  }

  /// These texts, with others in the place of some of them.
  ///
  /// @param folder with a file in each language, of the form `<name>_nl.properties`, in UTF-8
  /// @param added the form of keys that need not be there yet; any other key must be
  /// @throws IllegalStateException if a file cannot be read, or a key is not one of ours
  public Wording with(Path folder, String name, Map<String, String> names, Pattern added) {
    Map<Language, Texts> both = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      Path file = folder.resolve(name + "_" + language.code() + ".properties");
      Map<String, String> all = in(language).all();
      read(file)
          .forEach(
              (key, text) -> {
                if (!all.containsKey(key) && !added.matcher(key).matches()) {
                  throw new IllegalStateException(
                      file + " has a text '" + key + "' that is shown nowhere");
                }
                all.put(key, readable(file, key, fill(text, names), language));
              });
      both.put(language, new Texts(language, all));
    }
    return new Wording(both);
  }

  private static String readable(Path file, String key, String text, Language language) {
    try {
      new MessageFormat(text, language.locale());
      return text;
    } catch (IllegalArgumentException broken) {
      throw new IllegalStateException(
          file + " has a text '" + key + "' whose braces do not fit", broken);
    }
  }

  /// Makes sure that there is such a text in both languages.
  ///
  /// @throws IllegalStateException if there is not
  public void require(String key) {
    texts.values().forEach(each -> each.say(key));
  }

  /// The texts in this language.
  public Texts in(Language language) {
    Texts found = texts.get(language);
    if (found == null) {
      throw new IllegalStateException("no texts in " + language);
    }
    return found;
  }

  private static String fill(String text, Map<String, String> names) {
    String filled = text;
    for (Map.Entry<String, String> name : names.entrySet()) {
      filled = filled.replace("{" + name.getKey() + "}", name.getValue());
    }
    return filled;
  }

  private static Map<String, String> read(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      return read(stream);
    } catch (IOException unreadable) {
      throw new IllegalStateException("the texts in " + file + " cannot be read", unreadable);
    }
  }

  private static Map<String, String> read(InputStream stream) throws IOException {
    Properties properties = new Properties();
    properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    Map<String, String> read = new HashMap<>();
    properties.forEach((key, text) -> read.put((String) key, (String) text));
    return read;
  }

  private static Map<String, String> read(String resource, Language language) {
    String file = resource + "_" + language.code() + ".properties";
    try (InputStream stream = Wording.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("there are no texts at " + file);
      }
      return read(stream);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
