-- Which choices a conversation offers to tap: an id that goes out with them, a checksum of what is shown, whether they
-- were answered. Nothing of what they say.
ALTER TABLE conversation ADD COLUMN on_offer text;
