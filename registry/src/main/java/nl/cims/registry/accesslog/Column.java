// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The columns of a row that its leaf hash covers, in the order in which they enter it: all but the
/// hash itself and the place, which the row gets later. New columns are added at the end.
enum Column {
  ID(Type.UUID, true),
  AT(Type.TIME, true),
  ACTION(Type.TEXT, true),
  PERMITTED(Type.TRUTH, true),
  KIND(Type.TEXT, true),
  DATA(Type.TEXT, true),
  SENSITIVITY(Type.TEXT, false),
  MEDIUM(Type.TEXT, true),
  CALLER(Type.TEXT, false),
  CALLER_NAME(Type.TEXT, false),
  CALLER_ROLE(Type.TEXT, true),
  RESPONSIBLE(Type.TEXT, false),
  ORGANISATION(Type.TEXT, true),
  NETWORK_POINT(Type.TEXT, false),
  PURPOSE(Type.TEXT, true),
  RULE(Type.TEXT, false),
  CARE_RELATION(Type.TEXT, false),
  CONSENT(Type.TEXT, false),
  EMERGENCY(Type.TRUTH, true),
  SOURCE_SYSTEM(Type.TEXT, false),
  TRACE(Type.TEXT, false),
  SUBJECT_INDEX(Type.BINARY, false),
  SUBJECT(Type.BINARY, false),
  REQUESTER(Type.TEXT, true),
  FOUND(Type.TRUTH, true),
  ASSURANCE(Type.TEXT, false);

  /// Those of version 1, which is how rows were written before the last three were there.
  static final List<Column> FIRST =
      Arrays.stream(values()).filter(column -> column.compareTo(REQUESTER) < 0).toList();

  /// Those that came with version 2.
  static final List<Column> LATER =
      Arrays.stream(values()).filter(column -> column.compareTo(REQUESTER) >= 0).toList();

  /// All of them, as a statement lists them.
  static final String LIST =
      Arrays.stream(values()).map(Column::label).collect(Collectors.joining(", "));

  private final Type type;
  private final boolean shown;

  Column(Type type, boolean shown) {
    this.type = type;
    this.shown = shown;
  }

  /// Its name in the table.
  String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /// Whether the person whom a line is about may see it.
  boolean isShown() {
    return shown;
  }

  /// Its value at this place of what a statement gives.
  @Nullable Object read(ResultSet row, int place) throws SQLException {
    Object value =
        switch (type) {
          case UUID -> row.getObject(place, UUID.class);
          case TIME -> row.getObject(place, OffsetDateTime.class);
          case TEXT -> row.getString(place);
          case TRUTH -> row.getBoolean(place);
          case BINARY -> row.getBytes(place);
        };
    return row.wasNull() ? null : value;
  }

  private enum Type {
    UUID,
    TIME,
    TEXT,
    TRUTH,
    BINARY
  }
}
