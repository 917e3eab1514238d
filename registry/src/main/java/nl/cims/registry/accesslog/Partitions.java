// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Makes the log's months ahead of time, and lets those go whose time to be kept is over; their
/// leaf hashes stay in the tree.
@Component
class Partitions {

  private static final Logger LOG = LoggerFactory.getLogger(Partitions.class);
  private static final int MONTHS_AHEAD = 13;

  private final SequencerConnection database;
  private final AccessLogSettings settings;

  Partitions(SequencerConnection database, AccessLogSettings settings) {
    this.database = database;
    this.settings = settings;
  }

  @Scheduled(fixedDelayString = "P1D", initialDelayString = "PT10S")
  void tend() {
    try {
      database.lead(
          jdbc -> {
            int made =
                jdbc.sql("SELECT accesslog.make_partitions(?)")
                    .param(MONTHS_AHEAD)
                    .query(Integer.class)
                    .single();
            int dropped =
                jdbc.sql("SELECT accesslog.drop_partitions(?)")
                    .param(settings.years())
                    .query(Integer.class)
                    .single();
            LOG.info("months of the access log: {} made, {} let go", made, dropped);
            return dropped;
          });
    } catch (DataAccessException | TransactionException away) {
      LOG.error(
          "the months of the access log were not tended: {}", away.getClass().getSimpleName());
    }
  }
}
