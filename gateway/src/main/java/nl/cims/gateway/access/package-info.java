// SPDX-License-Identifier: EUPL-1.2
/// Who is calling and may he use this route: client certificate, bound access token, scope.
@NullMarked
package nl.cims.gateway.access;

import org.jspecify.annotations.NullMarked;
