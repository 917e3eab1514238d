// SPDX-License-Identifier: EUPL-1.2
/// What is known of one request for its log line: never a query, a body or a token.
@NullMarked
package nl.cims.gateway.trace;

import org.jspecify.annotations.NullMarked;
