// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.person;

import java.util.UUID;

/// Names a person inside the register; says nothing about him.
public record PersonId(UUID value) {}
