-- Merging looks for contacts merged before, and deleting one for those merged into it: both read every contact without this.
CREATE INDEX contact_merged_into ON contact (merged_into) WHERE merged_into IS NOT NULL;
