// SPDX-License-Identifier: EUPL-1.2
/// HL7's minimal lower layer protocol (MLLP) over TLS: messages in frames on a lasting connection,
/// each passed on to the registry and answered in a frame.
@NullMarked
package nl.cims.gateway.mllp;

import org.jspecify.annotations.NullMarked;
