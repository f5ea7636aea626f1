-- breaking: no
-- Definitions that people publish stand beside those that ship with the program.

ALTER TABLE definitions ADD COLUMN origin text NOT NULL DEFAULT 'shipped';
ALTER TABLE definitions ADD CONSTRAINT definitions_origin_known CHECK (origin IN ('shipped', 'published'));
