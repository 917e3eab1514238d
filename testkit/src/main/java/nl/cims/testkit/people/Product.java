// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.people;

import static nl.cims.vocabulary.CodeSystem.ATC;
import static nl.cims.vocabulary.CodeSystem.CVX;
import static nl.cims.vocabulary.CodeSystem.EU_PRODUCT;
import static nl.cims.vocabulary.CodeSystem.HPK;
import static nl.cims.vocabulary.CodeSystem.RIVM_KIND;
import static nl.cims.vocabulary.CodeSystem.SNOMED;

import java.util.List;
import nl.cims.vocabulary.CodeSystem;
import nl.cims.vocabulary.VaccineCode;

/// The vaccines in the synthetic histories, with codes by which real senders name them. Sources:
/// G-standaard and RIVM codes of the Dutch exchange, CDC's CVX list, WHO's ATC, the EU's product
/// list.
public enum Product {
  COMIRNATY(
      "COVID-19 VACCIN PFIZER INJVLST 0,3ML",
      "Pfizer",
      "EX",
      code(HPK, "2924528"),
      code(SNOMED, "1119349007"),
      code(CVX, "208"),
      code(EU_PRODUCT, "EU/1/20/1528")),
  SPIKEVAX(
      "COVID-19 VACCIN MODERNA INJVLST 0,5ML",
      "Moderna",
      "300",
      code(HPK, "2924536"),
      code(SNOMED, "1119349007"),
      code(CVX, "207"),
      code(EU_PRODUCT, "EU/1/20/1507")),
  SPIKEVAX_HALF("COVID-19 VACCIN MODERNA INJVLST 0,25ML", "Moderna", "000", code(HPK, "2978636")),
  /// What a practice writes that knows the kind of vaccine, not the product.
  COVID_MRNA("Coronavaccin (mRNA)", "Moderna", "300", code(SNOMED, "1119349007")),
  VAXZEVRIA(
      "COVID-19 VACCIN ASTRAZENECA INJVLST 0,5ML",
      "AstraZeneca",
      "ABV",
      code(HPK, "2925508"),
      code(SNOMED, "29061000087103"),
      code(CVX, "210")),
  JCOVDEN("Jcovden", "Janssen-Cilag", "XE", code(EU_PRODUCT, "EU/1/20/1525"), code(CVX, "212")),
  DKTP_HIB_HEPB(
      "DKTP-Hib-HepB",
      "MCM Vaccine",
      "V",
      code(RIVM_KIND, "11"),
      code(ATC, "J07CA09"),
      code(CVX, "146")),
  DKTP(
      "DKTP",
      "GSK",
      "AC20",
      code(RIVM_KIND, "01"),
      code(SNOMED, "871878002"),
      code(ATC, "J07CA02")),
  PNEUMOCOCCAL("Pneu", "Pfizer", "FG", code(RIVM_KIND, "08"), code(ATC, "J07AL02")),
  ROTAVIRUS("Rotavirus", "GSK", "AROL", code(ATC, "J07BH01"), code(CVX, "119")),
  BMR("BMR", "MSD", "W0", code(RIVM_KIND, "04"), code(ATC, "J07BD52"), code(CVX, "03")),
  MENC("MenC", "Pfizer", "MC", code(ATC, "J07AH07")),
  MENACWY("MenACWY", "Pfizer", "FN", code(ATC, "J07AH08"), code(CVX, "203")),
  DTP("DTP", "Bilthoven Biologicals", "DTP", code(ATC, "J07CA01")),
  HPV("HPV", "GSK", "AHPV", code(RIVM_KIND, "09"), code(ATC, "J07BM02"), code(CVX, "118")),
  HEPATITIS_A("Hepatitis A", "MSD", "HA", code(ATC, "J07BC02"));

  private final String display;
  private final String manufacturer;
  private final String batchPrefix;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of, which never changes
  private final List<VaccineCode> codes;

  Product(String display, String manufacturer, String batchPrefix, VaccineCode... codes) {
    this.display = display;
    this.manufacturer = manufacturer;
    this.batchPrefix = batchPrefix;
    this.codes = List.of(codes);
  }

  /// How the sender calls it.
  public String display() {
    return display;
  }

  /// Its maker.
  public String manufacturer() {
    return manufacturer;
  }

  /// Its codes, the most precise first.
  public List<VaccineCode> codes() {
    return codes;
  }

  String batchPrefix() {
    return batchPrefix;
  }

  private static VaccineCode code(CodeSystem system, String code) {
    return new VaccineCode(system, code);
  }
}
