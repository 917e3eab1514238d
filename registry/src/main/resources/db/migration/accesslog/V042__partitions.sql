-- SPDX-License-Identifier: EUPL-1.2
-- Why: partitions are made ahead of time and dropped when the time to keep their rows is over, by the running register,
-- whose role owns nothing. So these two functions run with the rights of the owner and do that one thing each.
CREATE FUNCTION accesslog.make_partitions(ahead int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  month date := date_trunc('month', now() AT TIME ZONE 'UTC')::date;
  made int := 0;
BEGIN
  IF ahead NOT BETWEEN 0 AND 120 THEN
    RAISE EXCEPTION 'partitions are made for at most ten years ahead';
  END IF;
  FOR i IN 0..ahead LOOP
    IF to_regclass('accesslog.entry_' || to_char(month, 'YYYY_MM')) IS NULL THEN
      EXECUTE format(
        'CREATE TABLE accesslog.entry_%s PARTITION OF accesslog.entry FOR VALUES FROM (%L) TO (%L)',
        to_char(month, 'YYYY_MM'), month::text || ' 00:00:00+00', (month + interval '1 month')::date::text || ' 00:00:00+00');
      made := made + 1;
    END IF;
    month := (month + interval '1 month')::date;
  END LOOP;
  RETURN made;
END
$$;

-- Drops the months that ended before the years to keep them began. A row leaves only when its leaf hash is in a full
-- tile that a checkpoint is about; five years are the least, whatever is asked.
CREATE FUNCTION accesslog.drop_partitions(years int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  oldest date := date_trunc('month', now() AT TIME ZONE 'UTC' - make_interval(years => years))::date;
  signed bigint := coalesce((SELECT max(size) FROM accesslog.checkpoint), 0);
  tiled bigint := 256 * (SELECT count(*) FROM accesslog.tile WHERE level = 0);
  month text;
  stays boolean;
  dropped int := 0;
BEGIN
  IF years < 5 THEN
    RAISE EXCEPTION 'the access log is kept for at least five years';
  END IF;
  FOR month IN
    SELECT relname FROM pg_class
    WHERE relnamespace = 'accesslog'::regnamespace AND relname ~ '^entry_[0-9]{4}_[0-9]{2}$' AND relkind = 'r'
      AND to_date(substr(relname, 7), 'YYYY_MM') < oldest
    ORDER BY relname
  LOOP
    EXECUTE format(
      'SELECT EXISTS (SELECT FROM accesslog.%I WHERE seq IS NULL OR seq >= $1)', month)
      INTO stays USING least(signed, tiled);
    IF NOT stays THEN
      EXECUTE format('DROP TABLE accesslog.%I', month);
      dropped := dropped + 1;
    END IF;
  END LOOP;
  RETURN dropped;
END
$$;

REVOKE ALL ON FUNCTION accesslog.make_partitions(int), accesslog.drop_partitions(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accesslog.make_partitions(int), accesslog.drop_partitions(int) TO registry_sequencer;
