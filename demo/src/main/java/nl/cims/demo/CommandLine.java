// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was asked for on the command line.
///
/// @param command the first word
/// @param fresh forget the data of earlier starts
/// @param background return when everything is ready
/// @param update send as a correction
/// @param mllp send over MLLP
/// @param portOffset by how much all ports are shifted; absent if nothing was said
/// @param party as whom to send
/// @param operands everything else, in order
record CommandLine(
    String command,
    boolean fresh,
    boolean background,
    boolean update,
    boolean mllp,
    Optional<Integer> portOffset,
    Optional<String> party,
    List<String> operands) {

  CommandLine {
    operands = List.copyOf(operands);
  }

  /// @throws CannotProceed if an option is unknown, or lacks its value
  static CommandLine parse(List<String> arguments, Map<String, String> environment) {
    if (arguments.isEmpty()) {
      throw new CannotProceed("Say what to do; ./cims help lists the commands.");
    }
    Options options = new Options();
    Optional.ofNullable(environment.get("CIMS_PORT_OFFSET"))
        .filter(value -> !value.isBlank())
        .ifPresent(value -> options.portOffset = Optional.of(offset(value, "CIMS_PORT_OFFSET")));
    options.read(arguments.subList(1, arguments.size()));
    return new CommandLine(
        arguments.getFirst(),
        options.fresh,
        options.background,
        options.update,
        options.mllp,
        options.portOffset,
        options.party,
        options.operands);
  }

  private static int offset(String value, String where) {
    if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > Port.LARGEST_OFFSET) {
      throw new CannotProceed(
          "%s is a number from 0 to %d, not '%s'.".formatted(where, Port.LARGEST_OFFSET, value));
    }
    return Integer.parseInt(value);
  }

  private static final class Options {
    private boolean fresh;
    private boolean background;
    private boolean update;
    private boolean mllp;
    private Optional<Integer> portOffset = Optional.empty();
    private Optional<String> party = Optional.empty();
    private final List<String> operands = new ArrayList<>();

    void read(List<String> arguments) {
      for (int i = 0; i < arguments.size(); i++) {
        String argument = arguments.get(i);
        switch (argument) {
          case "--fresh" -> fresh = true;
          case "--background" -> background = true;
          case "--update" -> update = true;
          case "--mllp" -> mllp = true;
          case "--port-offset" ->
              portOffset = Optional.of(offset(valueOf(argument, arguments, ++i), argument));
          case "--as" -> party = Optional.of(valueOf(argument, arguments, ++i));
          default -> operand(argument);
        }
      }
    }

    private void operand(String argument) {
      if (argument.startsWith("--")) {
        throw new CannotProceed(
            "There is no option %s; ./cims help lists them.".formatted(argument));
      }
      operands.add(argument);
    }

    private static String valueOf(String option, List<String> arguments, int index) {
      if (index >= arguments.size()) {
        throw new CannotProceed("The option %s needs a value.".formatted(option));
      }
      return arguments.get(index);
    }
  }
}
