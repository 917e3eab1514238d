// SPDX-License-Identifier: EUPL-1.2
/// Is no module of its own; it holds a class that knows FHIR where it must not.
package nl.cims.bent.fhirless;
