// SPDX-License-Identifier: EUPL-1.2
/// DigiD as a broker such as Signicat offers it by OpenID Connect, played for demo and tests.
@NullMarked
package nl.cims.simulators.digid;

import org.jspecify.annotations.NullMarked;
