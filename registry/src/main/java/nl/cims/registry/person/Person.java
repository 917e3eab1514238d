// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.person;

import java.util.Optional;

/// Somebody the register knows.
///
/// @param id by which the other modules know him
/// @param details as last described; empty if a source only ever sent the number
public record Person(PersonId id, Optional<PersonDetails> details) {}
