-- SPDX-License-Identifier: EUPL-1.2
-- One line per role, schema, table, sequence and function, with what each role may do to it in the end: by itself, by
-- a role it belongs to, or as everybody.
WITH role AS (
  SELECT oid, rolname AS name FROM pg_roles
  WHERE rolname LIKE replace(current_setting('rights.roles'), '_', '\_') || '%'
    AND rolname <> current_setting('rights.owner')
  UNION ALL
  SELECT 0, 'PUBLIC'
),
ours AS (
  SELECT oid, nspname FROM pg_namespace
  WHERE nspname NOT LIKE 'pg\_%' AND nspname <> 'information_schema'
),
object (kind, name, oid, relation, part) AS (
  SELECT 'schema', nspname::text, oid, false, false FROM ours
  UNION ALL
  SELECT CASE c.relkind WHEN 'S' THEN 'sequence' ELSE 'table' END,
    format('%I.%I', n.nspname, c.relname), c.oid, true, c.relispartition
  FROM pg_class c JOIN ours n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
  UNION ALL
  SELECT 'function', format('%I.%I(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)), p.oid,
    false, false
  FROM pg_proc p JOIN ours n ON n.oid = p.pronamespace
  WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
),
verb (kind, word) AS (
  VALUES ('schema', 'USAGE'), ('schema', 'CREATE'),
    ('table', 'SELECT'), ('table', 'INSERT'), ('table', 'UPDATE'), ('table', 'DELETE'), ('table', 'TRUNCATE'),
    ('table', 'REFERENCES'), ('table', 'TRIGGER'),
    ('sequence', 'USAGE'), ('sequence', 'SELECT'), ('sequence', 'UPDATE'),
    ('function', 'EXECUTE')
),
whole AS (
  SELECT o.oid AS object, r.name AS role, v.word
  FROM object o JOIN verb v USING (kind) CROSS JOIN role r
  WHERE CASE o.kind
    WHEN 'schema' THEN has_schema_privilege(CASE r.oid WHEN 0 THEN 'public' ELSE r.name END, o.oid, v.word)
    WHEN 'table' THEN has_table_privilege(CASE r.oid WHEN 0 THEN 'public' ELSE r.name END, o.oid, v.word)
    WHEN 'sequence' THEN has_sequence_privilege(CASE r.oid WHEN 0 THEN 'public' ELSE r.name END, o.oid, v.word)
    ELSE has_function_privilege(CASE r.oid WHEN 0 THEN 'public' ELSE r.name END, o.oid, v.word)
  END
),
of_columns AS (
  SELECT o.oid AS object, r.name AS role,
    format('%s(%s)', v.word, string_agg(a.attname, ', ' ORDER BY a.attnum)) AS word
  FROM object o
  JOIN pg_attribute a ON a.attrelid = o.oid AND a.attnum > 0 AND NOT a.attisdropped
  CROSS JOIN role r
  CROSS JOIN (VALUES ('SELECT'), ('INSERT'), ('UPDATE'), ('REFERENCES')) v (word)
  WHERE o.kind = 'table'
    AND has_column_privilege(CASE r.oid WHEN 0 THEN 'public' ELSE r.name END, o.oid, a.attnum, v.word)
    AND NOT has_table_privilege(CASE r.oid WHEN 0 THEN 'public' ELSE r.name END, o.oid, v.word)
  GROUP BY o.oid, r.name, v.word
),
held AS (
  SELECT object, role, string_agg(word, ', ' ORDER BY word) AS words
  FROM (SELECT * FROM whole UNION ALL SELECT * FROM of_columns) every_right
  GROUP BY object, role
),
line AS (
  SELECT o.kind || ' ' || o.name || ' | '
    || coalesce(string_agg(h.role || ' ' || h.words, '; ' ORDER BY h.role), 'nobody') AS text
  FROM object o LEFT JOIN held h ON h.object = o.oid
  GROUP BY o.kind, o.name, o.part
  HAVING NOT o.part OR count(h.object) > 0
  UNION ALL
  SELECT format('role %s | %s', r.rolname, coalesce(nullif(concat_ws(', ',
      CASE WHEN r.rolcanlogin THEN 'logs in' END,
      CASE WHEN r.rolsuper THEN 'is superuser' END,
      CASE WHEN r.rolcreaterole THEN 'makes roles' END,
      CASE WHEN r.rolcreatedb THEN 'makes databases' END,
      CASE WHEN r.rolreplication THEN 'replicates' END,
      CASE WHEN r.rolbypassrls THEN 'bypasses row security' END,
      (SELECT 'owns ' || count(*) FROM pg_class c JOIN ours n ON n.oid = c.relnamespace WHERE c.relowner = r.oid
        HAVING count(*) > 0),
      (SELECT 'belongs to ' || string_agg(g.rolname, ' and ' ORDER BY g.rolname)
        FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid WHERE m.member = r.oid)), ''), 'nothing'))
  FROM pg_roles r JOIN role ON role.oid = r.oid
)
SELECT text FROM line ORDER BY text
