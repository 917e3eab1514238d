// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.cims.registry.intake.ReportedVaccination.Administration;
import nl.cims.registry.intake.ReportedVaccination.Intention;

/// Reads whether, how and where the dose was given.
final class AdministrationReading {

  private static final int CODE = 5;
  private static final int NOTES = 9;
  private static final int PLACE = 11;
  private static final int REFUSAL = 18;
  private static final int COMPLETION = 20;
  private static final int ACTION = 21;
  private static final String LOINC = "LN";
  private static final String DOSE_NUMBER = "30973-2";
  private static final String DOSES_IN_SERIES = "59782-3";
  private static final Map<String, String> ALPHA_2 =
      Arrays.stream(Locale.getISOCountries())
          .collect(
              Collectors.toUnmodifiableMap(
                  two -> Locale.of("", two).getISO3Country(), Function.identity()));

  private final Order order;
  private final Segment rxa;
  private final Findings findings;

  AdministrationReading(Order order, Segment rxa, Findings findings) {
    this.order = order;
    this.rxa = rxa;
    this.findings = findings;
  }

  Intention intention() {
    return switch (rxa.text(ACTION)) {
      case "", "A" -> Intention.RECORD;
      case "U" -> Intention.CORRECT;
      case "D" -> Intention.WITHDRAW;
      default -> {
        findings.add(
            Fault.CODE_UNKNOWN,
            rxa.place(ACTION),
            "send A for a vaccination, U for a correction of it, D to withdraw it");
        yield Intention.RECORD;
      }
    };
  }

  /// The register keeps vaccinations that were given; what was withdrawn may say why.
  void wasGiven(Intention intention) {
    String completion = rxa.text(COMPLETION);
    boolean known = Stream.of("", "CP", "RE", "NA", "PA").anyMatch(completion::equals);
    if (!known) {
      findings.add(Fault.CODE_UNKNOWN, rxa.place(COMPLETION), "send CP for a dose that was given");
    } else if (intention != Intention.WITHDRAW) {
      if (!completion.isEmpty() && !completion.equals("CP")) {
        notGiven(COMPLETION);
      } else if (!rxa.text(REFUSAL).isEmpty()) {
        notGiven(REFUSAL);
      } else if (new Coded(rxa, CODE).is("998", "CVX")) {
        notGiven(CODE);
      }
    }
  }

  private void notGiven(int field) {
    findings.add(
        Fault.NOT_ADMINISTERED,
        rxa.place(field),
        "the register keeps vaccinations that were given, whole; do not send those that were not, and"
            + " withdraw one that was sent wrongly with RXA-21 D");
  }

  Administration read(String manufacturer) {
    PerformerReading performer = new PerformerReading(order, rxa, findings);
    return new Administration(
        manufacturer,
        performer.name(),
        performer.number(),
        country(),
        dose(),
        order.rxr().map(it -> new Coded(it, 2).label()).orElse(""),
        order.rxr().map(it -> new Coded(it, 1).label()).orElse(""),
        quantity(),
        note());
  }

  /// A code of two or three letters; a name of a country stays in the message only.
  private String country() {
    String sent = rxa.text(PLACE, 14).toUpperCase(Locale.ROOT);
    return sent.matches("[A-Z]{2}") ? sent : ALPHA_2.getOrDefault(sent, "");
  }

  private String dose() {
    String number = observed(DOSE_NUMBER);
    String series = observed(DOSES_IN_SERIES);
    return number.isEmpty() || series.isEmpty() ? number : number + "/" + series;
  }

  private String observed(String code) {
    return order.observations().stream()
        .filter(it -> new Coded(it, 3).is(code, LOINC))
        .map(it -> it.text(5))
        .filter(it -> !it.isEmpty())
        .findFirst()
        .orElse("");
  }

  /// The standard writes 999 where the amount is not known.
  private String quantity() {
    String amount = rxa.text(6);
    return amount.isEmpty() || amount.equals("999")
        ? ""
        : (amount
                + " "
                + Optional.of(rxa.text(7)).filter(it -> !it.isEmpty()).orElse(rxa.text(7, 2)))
            .strip();
  }

  private String note() {
    return Stream.concat(
            Stream.of(new Coded(rxa, NOTES).label()),
            order.notes().stream()
                .flatMap(note -> note.repetitions(3).stream().map(line -> note.text(line, 1))))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
