// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

/// Something that is wrong with a message: what, where and what to do about it. It never repeats a
/// value of the message, so that it may be sent, logged and counted.
///
/// @param fault what is wrong
/// @param place where
/// @param advice a sentence for the sender
public record Finding(Fault fault, Place place, String advice) {}
