// SPDX-License-Identifier: EUPL-1.2
/// The only way in for machines: checks certificate, token, scope, rate and size, then passes on.
@NullMarked
package nl.cims.gateway;

import org.jspecify.annotations.NullMarked;
