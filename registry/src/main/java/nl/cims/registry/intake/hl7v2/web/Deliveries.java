// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.cims.registry.access.Party;
import nl.cims.registry.intake.Intake;
import nl.cims.registry.intake.IntakeBusy;
import nl.cims.registry.intake.Outcome;
import nl.cims.registry.intake.ReceivedMessage;
import nl.cims.registry.intake.Sender;
import nl.cims.registry.intake.hl7v2.Envelope;
import nl.cims.registry.intake.hl7v2.Fault;
import nl.cims.registry.intake.hl7v2.Header;
import nl.cims.registry.intake.hl7v2.Hl7Messages;
import nl.cims.registry.intake.hl7v2.Hl7Settings;
import nl.cims.registry.intake.hl7v2.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/// Hands what was sent to [Intake], message by message, and answers each. A message is taken whole
/// or not at all; of a batch each message is taken for itself.
@Component
class Deliveries {

  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

  /// As it is kept, whichever of its names the sender used.
  private static final String MEDIA_TYPE = "application/hl7-v2";

  private static final String NOT_TRIED = "the messages before this one could not be taken";
  private static final String NO_DATA = "the register cannot reach its data";

  private final Hl7Messages messages;
  private final Hl7Settings settings;
  private final Intake intake;
  private final Clock clock;

  Deliveries(Hl7Messages messages, Hl7Settings settings, Intake intake, Clock clock) {
    this.messages = messages;
    this.settings = settings;
    this.intake = intake;
    this.clock = clock;
  }

  /// @param party who sends it, if it is one that may report in HL7 v2
  Reply take(Optional<Party> party, byte[] body) {
    return switch (messages.open(body)) {
      case Envelope.One(byte[] message) -> {
        Acknowledgement answer = answer(party, message);
        yield Reply.of(answer, answer.bytes(clock.instant(), newId()));
      }
      case Envelope.Batch batch when batch.messages().size() > settings.messages() -> {
        Acknowledgement answer =
            Acknowledgements.of(
                messages.read(batch.messages().getFirst()).header(),
                Fault.TOO_LARGE,
                "a file has at most %d messages; divide it".formatted(settings.messages()));
        yield Reply.of(answer, answer.bytes(clock.instant(), newId()));
      }
      case Envelope.Batch batch -> Reply.ofBatch(batch(party, batch));
    };
  }

  /// Answers something that is not even looked at.
  Reply refuse(Fault fault, String advice) {
    Acknowledgement answer = Acknowledgements.of(Header.NONE, fault, advice);
    return Reply.of(answer, answer.bytes(clock.instant(), newId()));
  }

  private byte[] batch(Optional<Party> party, Envelope.Batch batch) {
    List<byte[]> answers = new ArrayList<>();
    boolean away = false;
    for (byte[] message : batch.messages()) {
      // Who does not answer now would not answer the others either, each after a wait.
      Acknowledgement answer =
          away ? tryAgain(messages.read(message), NOT_TRIED) : answer(party, message);
      away = Reply.asksToTryAgain(answer);
      answers.add(answer.bytes(clock.instant(), newId()));
    }
    return BatchAnswer.to(batch, answers, clock.instant(), newId());
  }

  private Acknowledgement answer(Optional<Party> party, byte[] message) {
    Reading reading = messages.read(message);
    if (party.isEmpty()) {
      return Acknowledgements.of(
          reading.header(),
          Fault.SENDER_UNKNOWN,
          "the sender is not registered for HL7 v2, or switched off; contact the register");
    }
    try {
      return answer(Sender.of(party.get().id(), Party.Channel.HL7V2), message, reading);
    } catch (IntakeBusy busy) {
      return tryAgain(reading, "too much is coming in at this moment");
    } catch (DataAccessResourceFailureException
        | CannotCreateTransactionException
        | TransactionSystemException
        | TransientDataAccessException away) {
      LOG.error("the database does not answer: {}", away.getClass().getSimpleName());
      return tryAgain(reading, NO_DATA);
    } catch (RuntimeException cause) {
      return internal(reading, cause);
    }
  }

  private Acknowledgement answer(Sender sender, byte[] message, Reading reading) {
    return switch (reading) {
      case Reading.Rejected(var header, var findings, int reports) -> {
        intake.unreadable(sender, reports);
        yield Acknowledgements.of(header, findings);
      }
      case Reading.Understood(var header, var told) -> {
        List<Outcome> outcomes =
            intake.accept(
                sender,
                new ReceivedMessage(MEDIA_TYPE, message),
                told.stream().map(Reading.Told::reported).toList());
        yield Acknowledgements.of(header, told, outcomes);
      }
    };
  }

  /// The message of the exception may hold a value that came in, so only its type and place are
  /// logged.
  private static Acknowledgement internal(Reading reading, RuntimeException cause) {
    StackTraceElement[] trace = cause.getStackTrace();
    LOG.error(
        "internal fault: {} at {}", cause.getClass().getName(), trace.length == 0 ? "?" : trace[0]);
    return Acknowledgements.of(
        reading.header(),
        Fault.INTERNAL,
        "the fault is on our side and was logged; send the same message again later");
  }

  private static Acknowledgement tryAgain(Reading reading, String why) {
    return Acknowledgements.of(
        reading.header(),
        Fault.TRY_AGAIN,
        "%s; send the same message again in %d seconds".formatted(why, Reply.WAIT_SECONDS));
  }

  private static String newId() {
    return Long.toHexString(UUID.randomUUID().getMostSignificantBits());
  }
}
