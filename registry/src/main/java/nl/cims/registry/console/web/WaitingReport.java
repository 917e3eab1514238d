// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web;

import nl.cims.registry.intake.Quarantine;

/// A report that waits, and whose it is.
///
/// @param item the report; nothing in it leads to a person
/// @param source the name of the party that sent it
/// @param contact whom to ask there; empty if nobody is named
public record WaitingReport(Quarantine.Item item, String source, String contact) {}
