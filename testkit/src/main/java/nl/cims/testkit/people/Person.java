// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.people;

import nl.cims.vocabulary.Bsn;
import nl.cims.vocabulary.PartialDate;
import nl.cims.vocabulary.PersonName;
import nl.cims.vocabulary.Sex;

/// A synthetic person; the BSN starts with 9999, the range of the population register's test
/// numbers.
public record Person(Bsn bsn, PersonName name, PartialDate birthDate, Sex sex) {}
