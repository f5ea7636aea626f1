-- breaking: no
-- Entries are appended in about the order of their recording, so an index of ranges finds the latest at hardly any cost to an act.
CREATE INDEX events_recorded ON events USING brin (recorded_at) WITH (pages_per_range = 16, autosummarize = on);
