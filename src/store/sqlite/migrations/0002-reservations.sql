-- Room in a rolling sum that a claimed call takes; given back when the call comes to nothing.
ALTER TABLE tally ADD COLUMN call TEXT;
CREATE INDEX tally_of_call ON tally (call) WHERE call IS NOT NULL;
