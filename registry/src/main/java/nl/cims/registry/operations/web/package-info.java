// SPDX-License-Identifier: EUPL-1.2
/// How the couplings do, over HTTP.
@NullMarked
package nl.cims.registry.operations.web;

import org.jspecify.annotations.NullMarked;
