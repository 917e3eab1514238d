// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.people;

import java.util.List;
import nl.cims.vocabulary.Ura;

/// The synthetic parties that report vaccinations. None of them exists.
public enum Source {
  GGD_UTRECHT("ggd-utrecht", "GGD regio Utrecht (demo)", Kind.GGD, "90000101"),
  GGD_GRONINGEN("ggd-groningen", "GGD Groningen (demo)", Kind.GGD, "90000102"),
  GGD_LIMBURG("ggd-limburg", "GGD Zuid-Limburg (demo)", Kind.GGD, "90000103"),
  GP_LINDE("huisarts-de-linde", "Huisartsenpraktijk De Linde", Kind.GP, "90000201"),
  GP_HAVEN("huisarts-aan-de-haven", "Huisartsen aan de Haven", Kind.GP, "90000202"),
  HOSPITAL("ziekenhuis-midden", "Ziekenhuis Midden-Nederland (demo)", Kind.HOSPITAL, "90000301"),
  CARE_HOME("zorghuis-de-wilgen", "Zorghuis De Wilgen", Kind.INSTITUTION, "90000401"),
  YOUTH_CARE("jgz-rivierenland", "Jeugdgezondheidszorg Rivierenland", Kind.INSTITUTION, "90000402");

  /// What kind of party it is, in the words of the register's settings.
  public enum Kind {
    GGD,
    GP,
    HOSPITAL,
    INSTITUTION
  }

  private final String id;
  private final String title;
  private final Kind kind;
  private final String ura;

  Source(String id, String title, Kind kind, String ura) {
    this.id = id;
    this.title = title;
    this.kind = kind;
    this.ura = ura;
  }

  /// How broker, certificate and register name it.
  public String id() {
    return id;
  }

  /// How people name it.
  public String title() {
    return title;
  }

  public Kind kind() {
    return kind;
  }

  public Ura ura() {
    return new Ura(ura);
  }

  /// The naming system of its own identifiers.
  public String identifierSystem() {
    return "urn:cims:demo:" + id;
  }

  static List<Source> ggds() {
    return List.of(GGD_UTRECHT, GGD_GRONINGEN, GGD_LIMBURG);
  }

  static List<Source> practices() {
    return List.of(GP_LINDE, GP_HAVEN);
  }
}
