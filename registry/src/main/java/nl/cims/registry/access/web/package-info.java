// SPDX-License-Identifier: EUPL-1.2
/// Tokens, certificates and problems at the edge of the registry.
@NullMarked
package nl.cims.registry.access.web;

import org.jspecify.annotations.NullMarked;
