// SPDX-License-Identifier: EUPL-1.2
/// The citizen's own dossier, log and planning over HTTP.
@NullMarked
package nl.cims.registry.dossier.web;

import org.jspecify.annotations.NullMarked;
