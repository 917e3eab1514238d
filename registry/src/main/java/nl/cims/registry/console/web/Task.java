// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web;

import java.util.Optional;
import nl.cims.registry.console.ConsolePage;

/// Something to do.
///
/// @param page where
/// @param count how much of it waits; empty if that cannot be counted
public record Task(ConsolePage page, Optional<Long> count) {}
