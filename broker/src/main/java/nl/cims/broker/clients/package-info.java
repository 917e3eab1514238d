// SPDX-License-Identifier: EUPL-1.2
/// Who may ask the broker for tokens.
@NullMarked
package nl.cims.broker.clients;

import org.jspecify.annotations.NullMarked;
