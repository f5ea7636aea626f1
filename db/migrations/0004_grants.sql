-- breaking: no
-- What the application's role may do, table by table; on the events it may read and append, nothing else.

REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO milepost_app;
GRANT SELECT ON migrations TO milepost_app;
GRANT SELECT, INSERT ON events, commands, definitions, files, file_uploads, offices TO milepost_app;
GRANT SELECT, INSERT, UPDATE ON people, holdings, streams, programmes, escalations, notifications TO milepost_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON sessions, rate_limits, outbox, phases, tasks, deliverables, moments TO milepost_app;
GRANT DELETE ON escalations TO milepost_app;
GRANT UPDATE (title_zh, title_en) ON offices TO milepost_app;
