// SPDX-License-Identifier: EUPL-1.2
/// A real PostgreSQL for tests, from Maven artefacts.
@NullMarked
package nl.cims.testkit.postgres;

import org.jspecify.annotations.NullMarked;
