-- One conversation. The lease lives in the row: whoever changes it must know the epoch.
CREATE TABLE conversation (
  id               TEXT PRIMARY KEY,
  channel          TEXT NOT NULL,
  opened_at        INTEGER NOT NULL,
  last_activity_at INTEGER NOT NULL,
  body             TEXT NOT NULL,              -- the conversation without its turns
  epoch            INTEGER NOT NULL DEFAULT 0, -- counts leases; a commit under an older one writes nothing
  leased_until     INTEGER,                    -- NULL: nobody holds it
  leased_through   INTEGER,                    -- the last arrival that the holder was given
  not_before       INTEGER NOT NULL DEFAULT 0  -- after a failed try
) STRICT;
CREATE INDEX conversation_activity ON conversation (last_activity_at);

CREATE TABLE turn (
  conversation TEXT NOT NULL REFERENCES conversation (id),
  id           TEXT NOT NULL,
  number       INTEGER NOT NULL,
  body         TEXT NOT NULL,
  PRIMARY KEY (conversation, id)
) STRICT;
CREATE INDEX turn_order ON turn (conversation, number);

-- Everything that waits for its conversation. A row is kept for ever: it is what makes a second delivery a duplicate.
CREATE TABLE arrival (
  position     INTEGER PRIMARY KEY AUTOINCREMENT,
  id           TEXT NOT NULL UNIQUE,
  kind         TEXT NOT NULL CHECK (kind IN ('message', 'command', 'timer')),
  conversation TEXT NOT NULL REFERENCES conversation (id),
  body         TEXT,                           -- NULL once a turn holds it
  accepted_at  INTEGER NOT NULL,
  attempts     INTEGER NOT NULL DEFAULT 0,
  problem      TEXT,
  state        TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'handled', 'dead')),
  timer_key    TEXT,
  result       TEXT                            -- how a command went
) STRICT;
CREATE INDEX arrival_waiting ON arrival (position, conversation) WHERE state = 'waiting';
CREATE INDEX arrival_by_conversation ON arrival (conversation, position) WHERE state = 'waiting';

-- Writes to the outside, claimed before they happen and kept for ever.
CREATE TABLE call (
  key          TEXT PRIMARY KEY,
  conversation TEXT NOT NULL REFERENCES conversation (id),
  tool         TEXT NOT NULL,
  input        TEXT NOT NULL,
  claimed_at   INTEGER NOT NULL,
  outcome      TEXT,
  closed_at    INTEGER
) STRICT;

CREATE TABLE outbound (
  position     INTEGER PRIMARY KEY AUTOINCREMENT,
  id           TEXT NOT NULL UNIQUE,
  conversation TEXT NOT NULL,
  channel      TEXT NOT NULL,
  thread       TEXT NOT NULL,                  -- where it goes; the order holds within it
  body         TEXT NOT NULL,
  secret       INTEGER NOT NULL,
  state        TEXT NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sending', 'sent', 'unknown', 'dead')),
  tries        INTEGER NOT NULL DEFAULT 0,
  ready_at     INTEGER NOT NULL,
  sent_at      INTEGER,                        -- when the last try began, then when it succeeded
  settled_at   INTEGER,                        -- sent or dead
  external_id  TEXT,
  problem      TEXT
) STRICT;
CREATE INDEX outbound_open ON outbound (position) WHERE settled_at IS NULL;
CREATE INDEX outbound_open_thread ON outbound (thread, position) WHERE settled_at IS NULL;
CREATE INDEX outbound_by_conversation ON outbound (conversation, position);

CREATE TABLE timer (
  serial       INTEGER PRIMARY KEY AUTOINCREMENT,
  key          TEXT NOT NULL UNIQUE,
  conversation TEXT NOT NULL REFERENCES conversation (id),
  at           INTEGER NOT NULL,
  body         TEXT NOT NULL
) STRICT;
CREATE INDEX timer_due ON timer (at);

CREATE TABLE ticket (
  number       TEXT PRIMARY KEY,
  conversation TEXT NOT NULL REFERENCES conversation (id),
  is_open      INTEGER NOT NULL,
  version      INTEGER NOT NULL,
  opened_at    INTEGER NOT NULL,
  body         TEXT NOT NULL
) STRICT;
CREATE INDEX ticket_open ON ticket (is_open, opened_at);

CREATE TABLE tally (
  key    TEXT NOT NULL,
  at     INTEGER NOT NULL,
  amount INTEGER NOT NULL
) STRICT;
CREATE INDEX tally_window ON tally (key, at);

-- What happened: the only source of every figure, so nothing changes it afterwards.
CREATE TABLE event (
  position     INTEGER PRIMARY KEY AUTOINCREMENT,
  name         TEXT NOT NULL,
  at           INTEGER NOT NULL,
  conversation TEXT,
  body         TEXT NOT NULL
) STRICT;
CREATE TRIGGER event_is_append_only BEFORE UPDATE ON event BEGIN
  SELECT RAISE(ABORT, 'events are append-only');
END;
CREATE TRIGGER event_is_kept BEFORE DELETE ON event BEGIN
  SELECT RAISE(ABORT, 'events are append-only');
END;

CREATE TABLE dead_letter (
  kind         TEXT NOT NULL CHECK (kind IN ('arrival', 'outbound', 'mail')),
  id           TEXT NOT NULL,
  conversation TEXT,
  because      TEXT NOT NULL,
  at           INTEGER NOT NULL,
  raw          BLOB,
  PRIMARY KEY (kind, id)
) STRICT;

-- By which outside names a thread is known, and who has written in it.
CREATE TABLE thread_reference (
  channel     TEXT NOT NULL,
  external_id TEXT NOT NULL,
  account     TEXT NOT NULL,
  space       TEXT NOT NULL,
  thread_key  TEXT NOT NULL,
  PRIMARY KEY (channel, external_id, account, space, thread_key)
) STRICT, WITHOUT ROWID;
CREATE TABLE participant (
  thread TEXT NOT NULL,
  key    TEXT NOT NULL,
  PRIMARY KEY (thread, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE playbook (version TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO counter (name, value) VALUES ('ticket', 1000);
