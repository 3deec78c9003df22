-- Events of releases before this one name titles by their words, of which some may have been erased. A front door whose
-- last event is gone forgets everything it remembers, so nothing old can be shown because of this.
DELETE FROM "cache_event";
