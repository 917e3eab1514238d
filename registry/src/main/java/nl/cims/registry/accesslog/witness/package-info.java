// SPDX-License-Identifier: EUPL-1.2
/// Who keeps the checkpoints of the access log out of reach of those who own the database.
@NullMarked
package nl.cims.registry.accesslog.witness;

import org.jspecify.annotations.NullMarked;
