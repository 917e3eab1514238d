// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// How much one CSV file may hold, and whether files are taken from a directory.
///
/// @param rows rows in a file, the header not counted
/// @param size of a file
/// @param dryRunRows how many rows of a file a dry run looks at
/// @param uploadsAtOnce files that are received at one moment, each of which holds a connection to
///   the database; the next one is asked to come back
/// @param drop directory with one folder per party, named by its id, from which finished files are
///   taken; none if absent
/// @param pause how long to wait before looking for work again when there was none
@Validated
@ConfigurationProperties("cims.intake.csv")
public record CsvSettings(
    @DefaultValue("1000000") @Positive int rows,
    @DefaultValue("300MB") DataSize size,
    @DefaultValue("10000") @Positive int dryRunRows,
    @DefaultValue("4") @Positive int uploadsAtOnce,
    @Nullable Path drop,
    @DefaultValue("1s") Duration pause) {}
