// SPDX-License-Identifier: EUPL-1.2
/// The addresses under `/fhir` where vaccinating parties send their messages, and the answers they
/// get: always in FHIR.
@NullMarked
package nl.cims.registry.intake.fhir.web;

import org.jspecify.annotations.NullMarked;
