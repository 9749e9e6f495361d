package com.qliento.contact;

import com.qliento.vault.SubjectId;
import java.util.UUID;

/** Names one contact; also the vault's subject of everything personal about them. */
public record ContactId(UUID value) {

    /** The subject whose key seals what is personal about this contact. */
    public SubjectId subject() {
        return new SubjectId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
