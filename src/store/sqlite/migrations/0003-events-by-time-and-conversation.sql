-- Readers that need a few weeks or one conversation out of years.
CREATE INDEX event_by_time ON event (at);
CREATE INDEX event_of_conversation ON event (conversation) WHERE conversation IS NOT NULL;
