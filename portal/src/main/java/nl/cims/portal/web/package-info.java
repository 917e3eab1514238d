// SPDX-License-Identifier: EUPL-1.2
/// Every page of the portal with its two addresses, and what stands in the place of a page when
/// something goes wrong.
@NullMarked
package nl.cims.portal.web;

import org.jspecify.annotations.NullMarked;
