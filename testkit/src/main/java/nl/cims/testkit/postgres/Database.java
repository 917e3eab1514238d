// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.postgres;

import java.util.Map;

/// A fresh database with its roles: the one that migrates and owns everything, and the one that the
/// application runs as, which the migrations make. The registry's other roles have its password.
///
/// @param url JDBC address, without credentials
/// @param migrateUser the owner: may log in and make roles, is no superuser
/// @param migratePassword of the owner
/// @param appUser the application's role; exists once a migration has made it
/// @param appPassword that the migration is to give it
/// @param superuser who may look at everything, without a password
public record Database(
    String url,
    String migrateUser,
    String migratePassword,
    String appUser,
    String appPassword,
    String superuser) {

  /// The Spring properties by which a deployable uses this database.
  public Map<String, String> properties() {
    return Map.of(
        "spring.datasource.url", url,
        "spring.datasource.username", appUser,
        "spring.datasource.password", appPassword,
        "spring.flyway.user", migrateUser,
        "spring.flyway.password", migratePassword,
        "spring.flyway.placeholders.app_password", appPassword,
        "spring.flyway.placeholders.sequencer_password", appPassword,
        "cims.accesslog.sequencer.password", appPassword);
  }
}
