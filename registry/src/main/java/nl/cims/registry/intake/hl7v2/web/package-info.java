// SPDX-License-Identifier: EUPL-1.2
/// The addresses under `/hl7v2` where vaccinating parties send their messages, and the answers they
/// get: always an acknowledgement.
@NullMarked
package nl.cims.registry.intake.hl7v2.web;

import org.jspecify.annotations.NullMarked;
