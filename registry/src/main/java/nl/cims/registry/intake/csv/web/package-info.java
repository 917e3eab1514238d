// SPDX-License-Identifier: EUPL-1.2
/// The addresses under `/csv/v1` where parties send files and ask what became of them.
@NullMarked
package nl.cims.registry.intake.csv.web;

import org.jspecify.annotations.NullMarked;
