// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.immunisation;

import java.util.UUID;

/// Names one dose, the same through all its states; opaque outside the register.
public record DoseId(UUID value) {}
