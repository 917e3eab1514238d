// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

/// Something that is wrong with a message: what, where and what to do about it. It never repeats a
/// value of the message, so that it may be sent, logged and counted.
///
/// @param kind whose rule is broken, which decides on the status of the answer
/// @param code FHIR's issue type, such as `required`
/// @param entry the entry of the Bundle that it is about, from 0; -1 if it is about the whole
///   message
/// @param expression FHIRPath of the element
/// @param advice a sentence for the sender
public record Finding(Kind kind, String code, int entry, String expression, String advice) {

  /// Whose rule is broken.
  public enum Kind {
    /// It cannot be read as FHIR.
    MALFORMED,
    /// It is FHIR, but not what the register can take.
    UNACCEPTABLE
  }
}
