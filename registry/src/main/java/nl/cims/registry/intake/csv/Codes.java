// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import java.util.Locale;
import java.util.Optional;
import nl.cims.registry.intake.ReportedVaccination.Intention;
import nl.cims.registry.intake.ReportedVaccination.Sharing;
import nl.cims.vocabulary.CodeSystem;
import nl.cims.vocabulary.Sex;

/// Words in cells that stand for one of a few things, in Dutch and English.
final class Codes {

  private Codes() {}

  static Optional<Sharing> sharing(String text) {
    return switch (plain(text)) {
      case "ja", "j", "yes", "y" -> Optional.of(Sharing.AGREED);
      case "nee", "n", "no" -> Optional.of(Sharing.REFUSED);
      default -> Optional.empty();
    };
  }

  static Optional<Sex> sex(String text) {
    return switch (plain(text)) {
      case "m", "man", "male" -> Optional.of(Sex.MALE);
      case "v", "vrouw", "f", "female" -> Optional.of(Sex.FEMALE);
      case "x", "anders", "other" -> Optional.of(Sex.OTHER);
      case "onbekend", "o", "u", "unknown" -> Optional.of(Sex.UNKNOWN);
      default -> Optional.empty();
    };
  }

  static Optional<Intention> intention(String text) {
    return switch (plain(text)) {
      case "nieuw", "new" -> Optional.of(Intention.RECORD);
      case "correctie", "correction" -> Optional.of(Intention.CORRECT);
      case "intrekken", "withdraw" -> Optional.of(Intention.WITHDRAW);
      default -> Optional.empty();
    };
  }

  static Optional<CodeSystem> system(String text) {
    return switch (plain(text)) {
      case "hpk" -> Optional.of(CodeSystem.HPK);
      case "gpk" -> Optional.of(CodeSystem.GPK);
      case "prk" -> Optional.of(CodeSystem.PRK);
      case "zi" -> Optional.of(CodeSystem.ZI);
      case "snomed", "snomed ct", "sct" -> Optional.of(CodeSystem.SNOMED);
      case "atc" -> Optional.of(CodeSystem.ATC);
      case "cvx" -> Optional.of(CodeSystem.CVX);
      case "rivm" -> Optional.of(CodeSystem.RIVM_KIND);
      case "eu" -> Optional.of(CodeSystem.EU_PRODUCT);
      default -> Optional.empty();
    };
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
