// SPDX-License-Identifier: EUPL-1.2
/// What senders may ask about what they sent, and those who watch over intake about what waits.
@NullMarked
package nl.cims.registry.intake.web;

import org.jspecify.annotations.NullMarked;
