// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.cims.vocabulary.CodeSystem;
import nl.cims.vocabulary.PartialDate;
import nl.cims.vocabulary.VaccineCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

/// What codes mean in the catalogue that is shipped.
class VaccinesTest {

  private static final PartialDate SOME_DAY = PartialDate.parse("2021-05-01");

  private final Vaccines vaccines = RealCatalogue.vaccines();

  static List<String> euProducts() throws IOException {
    return new ClassPathResource("catalogue/eu-products.txt")
        .getContentAsString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .toList();
  }

  @Test
  void seesAllProductsOfTheEu() throws IOException {
    assertThat(euProducts()).hasSize(39);
  }

  @ParameterizedTest
  @MethodSource("euProducts")
  void knowsEveryProductOfTheEuDeprecatedOrNot(String line) {
    String code = line.substring(0, line.indexOf(' '));
    CodeSystem system = code.startsWith("EU/") ? CodeSystem.EU_PRODUCT : CodeSystem.EU_TEMPORARY;
    Product product = named(new VaccineCode(system, code)).orElseThrow();
    assertThat(product.id()).isEqualTo(line.substring(line.indexOf(' ') + 1));
    assertThat(product.maker()).isPresent();
    assertThat(product.kinds()).contains("covid");
    assertThat(product.diseases()).extracting(Disease::id).containsExactly("covid");
  }

  @ParameterizedTest
  @CsvSource({
    "HPK,2924528,comirnaty",
    "HPK,2924536,spikevax",
    "HPK,2978636,spikevax",
    "HPK,2925508,vaxzevria",
    "CVX,208,comirnaty",
    "CVX,133,prevenar-13",
    "EU_PRODUCT,EU/1/15/1007,gardasil-9"
  })
  void knowsAProductByItsOwnCode(CodeSystem system, String code, String id) {
    Product product = named(new VaccineCode(system, code)).orElseThrow();
    assertThat(product.id()).isEqualTo(id);
    assertThat(product.maker()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "PRK,130745,dktp,4",
    "ATC,J07BX03,covid,1",
    "ATC,J07BN01,covid-mrna,1",
    "ATC,J07CA09,dktp-hib-hepb,6",
    "ATC,J07BC02,hepa,1",
    "CVX,213,covid,1",
    "CVX,500,covid,1",
    "CVX,137,hpv,1",
    "CVX,88,flu,1",
    "RIVM_KIND,01,dktp,4",
    "RIVM_KIND,04,bmr,3",
    "RIVM_KIND,07,bcg,1",
    "RIVM_KIND,08,pneu,1",
    "RIVM_KIND,09,hpv,1",
    "RIVM_KIND,11,dktp-hib-hepb,6",
    "RIVM_KIND,18,dp,2",
    "SNOMED,28531000087107,covid,1",
    "SNOMED,1119305005,covid,1",
    "SNOMED,1119349007,covid-mrna,1",
    "SNOMED,1162643001,covid-protein,1",
    "SNOMED,1157024006,covid-inactivated,1",
    "SNOMED,29061000087103,covid-vector,1",
    "SNOMED,30141000087107,covid-vlp,1",
    "SNOMED,1187593009,covid-dna,1",
    "SNOMED,871878002,dktp,4"
  })
  void knowsAKindByAGenericCodeAndWhatItProtectsAgainst(
      CodeSystem system, String code, String id, int diseases) {
    Product kind = named(new VaccineCode(system, code)).orElseThrow();
    assertThat(kind.id()).isEqualTo(id);
    assertThat(kind.maker()).isEmpty();
    assertThat(kind.diseases()).hasSize(diseases);
  }

  @Test
  void knowsNothingByACodeOfNobody() {
    assertThat(named(new VaccineCode(CodeSystem.HPK, "0000000"))).isEmpty();
    assertThat(vaccines.named(List.of(), SOME_DAY)).isEmpty();
  }

  @Test
  void takesTheMostPreciseOfCodesThatAgree() {
    VaccineCode covid = new VaccineCode(CodeSystem.CVX, "213");
    VaccineCode mrna = new VaccineCode(CodeSystem.SNOMED, "1119349007");
    VaccineCode comirnaty = new VaccineCode(CodeSystem.EU_PRODUCT, "EU/1/20/1528");
    assertThat(named(covid, mrna)).map(Product::id).contains("covid-mrna");
    assertThat(named(mrna, covid)).map(Product::id).contains("covid-mrna");
    assertThat(named(covid, comirnaty, mrna)).map(Product::id).contains("comirnaty");
    assertThat(named(new VaccineCode(CodeSystem.HPK, "0000000"), mrna))
        .map(Product::id)
        .contains("covid-mrna");
  }

  @Test
  void believesTheSystemThatNamesProductsWhereCodesContradictEachOther() {
    VaccineCode comirnaty = new VaccineCode(CodeSystem.HPK, "2924528");
    VaccineCode bmr = new VaccineCode(CodeSystem.ATC, "J07BD52");
    assertThat(named(bmr, comirnaty)).map(Product::id).contains("comirnaty");
  }

  @Test
  void tellsWhichVaccinesCanBeNamesOfOne() {
    assertThat(canBe("comirnaty", "comirnaty")).isTrue();
    assertThat(canBe("comirnaty", "covid")).isTrue();
    assertThat(canBe("covid", "comirnaty")).isTrue();
    assertThat(canBe("comirnaty", "covid-mrna")).isTrue();
    assertThat(canBe("comirnaty", "covid-vector")).isFalse();
    assertThat(canBe("comirnaty", "spikevax")).isFalse();
    assertThat(canBe("dktp", "dktp-hib-hepb")).isFalse();
  }

  /// Facts name vaccines by these ids: what was given out once stays.
  @Test
  void keepsEveryIdThatWasEverGivenOut() {
    assertThat(
            Stream.of(
                "comirnaty",
                "spikevax",
                "vaxzevria",
                "jcovden",
                "nuvaxovid",
                "covid-mrna",
                "covid",
                "dktp-hib-hepb",
                "dktp",
                "dkt",
                "dtp",
                "dp",
                "bmr",
                "pneu",
                "hpv",
                "menacwy",
                "menc",
                "rota",
                "hib",
                "hepb",
                "bcg",
                "hepa",
                "flu"))
        .allSatisfy(id -> assertThat(vaccines.byId(id)).as(id).isPresent());
  }

  @Test
  void knowsMakersByTheCodesOfTheEuAndOfHl7() {
    Makers makers = new Makers(RealCatalogue.read());
    assertThat(makers.named(new Maker.Code(Maker.CodeList.SPOR, "ORG-100030215")))
        .map(Maker::name)
        .contains("Pfizer/BioNTech");
    assertThat(makers.named(new Maker.Code(Maker.CodeList.EU_TEMPORARY, "Bharat-Biotech")))
        .isPresent();
    assertThat(makers.named(new Maker.Code(Maker.CodeList.MVX, "SKB")))
        .map(Maker::name)
        .contains("GlaxoSmithKline");
    assertThat(makers.named(new Maker.Code(Maker.CodeList.MVX, "ORG-100030215"))).isEmpty();
  }

  private boolean canBe(String one, String other) {
    return vaccines.byId(one).orElseThrow().canBe(vaccines.byId(other).orElseThrow());
  }

  private Optional<Product> named(VaccineCode... codes) {
    return vaccines.named(List.of(codes), SOME_DAY);
  }
}
