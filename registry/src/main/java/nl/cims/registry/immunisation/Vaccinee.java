// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.immunisation;

import java.util.UUID;

/// The person who got a dose, by the id that the person index gave him.
public record Vaccinee(UUID person) {}
