-- Somebody who has another number or user id leaves the one before: it still finds them for what comes late, but replies
-- go to their new one. The column is null for what nobody left.
ALTER TABLE contact_identity ADD COLUMN left_at timestamptz;

-- Replies go to the contact's address rather than to whatever the message came from.
ALTER TABLE conversation ADD COLUMN moved boolean NOT NULL DEFAULT false;
