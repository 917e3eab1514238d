// SPDX-License-Identifier: EUPL-1.2
package nl.cims.pages;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The texts of one language. A text may hold ICU arguments: `{count, plural, one {# dose} other {#
/// doses}}`.
public final class Texts {

  private final Language language;
  private final Map<String, String> texts;
  private final Dates dates;
  private final Map<String, List<String>> families = new ConcurrentHashMap<>();

  Texts(Language language, Map<String, String> texts) {
    this.language = language;
    this.texts = Map.copyOf(texts);
    this.dates = new Dates(language);
  }

  /// Which language this is.
  public Language language() {
    return language;
  }

  /// How dates are written in this language.
  public Dates dates() {
    return dates;
  }

  /// The text with this key.
  ///
  /// @throws IllegalStateException if there is none, which is a mistake of ours
  public String say(String key) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalStateException("there is no text '" + key + "' in " + language);
    }
    return text;
  }

  /// The text with this key, its arguments filled in.
  ///
  /// @param namesAndValues `"count", 3, "name", "…"`
  public String say(String key, Object... namesAndValues) {
    Map<String, Object> arguments = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      arguments.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return new MessageFormat(say(key), language.locale()).format(arguments);
  }

  /// The word for a constant: its key is the enum's name, a dot and the constant's name, such as
  /// `Sex.FEMALE`.
  public String say(Enum<?> constant) {
    return say(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
  }

  /// What stands behind the start in the keys of a family, such as `HepB` for `abbreviation.HepB`,
  /// in the order of this language.
  ///
  /// @param start how the keys begin, with its dot
  public List<String> family(String start) {
    return families.computeIfAbsent(start, this::find);
  }

  private List<String> find(String start) {
    Collator order = Collator.getInstance(language.locale());
    return texts.keySet().stream()
        .filter(key -> key.startsWith(start))
        .map(key -> key.substring(start.length()))
        .sorted(order::compare)
        .toList();
  }

  /// A copy of all texts by their keys.
  Map<String, String> all() {
    return new HashMap<>(texts);
  }

  /// Every key, for tests.
  public Set<String> keys() {
    return texts.keySet();
  }
}
