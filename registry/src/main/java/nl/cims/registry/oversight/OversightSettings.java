// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.oversight;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What is ordinary at this register. From which count on a sign leads to what is not among these.
///
/// @param from when work begins, in the Netherlands
/// @param until when it ends
/// @param days on which there is work
/// @param usual how many people an employee looks up in a day, as long as too little is known of
///   what colleagues do
@Validated
@ConfigurationProperties("cims.oversight")
public record OversightSettings(
    @NotNull @DefaultValue("07:00") LocalTime from,
    @NotNull @DefaultValue("20:00") LocalTime until,
    @NotEmpty @DefaultValue({"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"})
        Set<DayOfWeek> days,
    @Min(1) @DefaultValue("15") int usual) {

  static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

  public OversightSettings {
    days = Set.copyOf(days);
  }

  /// Whether there is work at this moment.
  boolean isWorkingTime(Instant at) {
    ZonedDateTime there = at.atZone(AMSTERDAM);
    LocalTime time = there.toLocalTime();
    return days.contains(there.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(until);
  }
}
