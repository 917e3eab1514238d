// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.people;

import java.util.List;
import java.util.random.RandomGenerator;
import nl.cims.vocabulary.PersonName;
import nl.cims.vocabulary.Sex;

/// Draws names as they occur in the Netherlands: infixes apart, diacritics, one to three first
/// names.
final class Names {

  private static final List<String> WOMEN =
      words(
          """
          Anna Maria Johanna Emma Julia Sophie Noor Zoë Chloë Fleur Lotte Femke Anouk Sanne Roos Marijke Wilhelmina
          Geertruida Cornelia Hendrika Fatima Aïcha Naomi Meryem Zeynep Priya Shanti Xuân Ingeborg Renée Désirée
          Françoise Loïs Maud Hannah Eva Saar Nora Esmée Bente""");

  private static final List<String> MEN =
      words(
          """
          Jan Pieter Hendrik Cornelis Willem Daan Sem Lucas Levi Noah Finn Milan Thijs Sjoerd Jelle Bram Gijs Teun
          Mohammed Youssef Emre Öztürk Ravi Jürgen René André José Ruben Koen Bas Maarten Gerrit Antonius Johannes Dirk
          Kees Wouter Joël Raphaël Michał""");

  /// Surname, or infix and surname with a slash between.
  private static final List<String> FAMILIES =
      lines(
          """
          /Jansen
          de/Jong
          de/Vries
          van/Dijk
          van den/Berg
          van der/Meer
          van de/Ven
          in 't/Veld
          van 't/Hof
          op den/Akker
          ter/Horst
          ten/Brink
          uit den/Bogaard
          de la/Fuente
          von/Grünewald
          /Bakker
          /Visser
          /Smit
          /Meijer
          /Mulder
          /Bos
          /Vos
          /Peters
          /Hendriks
          /Dekker
          /Brouwer
          /Dijkstra
          /Hoekstra
          /Veenstra
          /Çelik
          /Yıldız
          /Özdemir
          /El Amrani
          /Ben Saïd
          /Ramdin
          /Nguyễn
          /Kowalczyk
          /Müller
          /Daniëls
          /Reëelius
          /Groot Wassink
          /Bouwmeester-Schrijver""");

  private Names() {}

  static PersonName draw(RandomGenerator random, Sex sex) {
    List<String> given = sex == Sex.FEMALE ? WOMEN : MEN;
    StringBuilder first = new StringBuilder(pick(random, given));
    for (int more = random.nextInt(3); more > 0; more--) {
      first.append(' ').append(pick(random, given));
    }
    String family = pick(random, FAMILIES);
    int slash = family.indexOf('/');
    return new PersonName(
        first.toString(), family.substring(0, slash), family.substring(slash + 1));
  }

  static <T> T pick(RandomGenerator random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }
}
