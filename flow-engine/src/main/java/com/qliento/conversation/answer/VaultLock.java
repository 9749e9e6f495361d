package com.qliento.conversation.answer;

import com.qliento.inbox.Lane;
import com.qliento.vault.KeyDestroyed;
import com.qliento.vault.Place;
import com.qliento.vault.Sealed;
import com.qliento.vault.SubjectId;
import com.qliento.vault.Vault;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Seals answers with the contact's key and that of the hour. */
public record VaultLock(Vault vault, UUID conversation, Lane lane, Instant now) implements AnswerLock {

    @Override
    public String close(String name, byte[] json) {
        var box = vault.seal(lane.organisation(), new SubjectId(lane.contact()), place(name), now, json);
        return Base64.getEncoder().encodeToString(box.bytes());
    }

    @Override
    public byte[] open(String name, String closed) throws KeyDestroyed {
        return vault.open(
                lane.organisation(), place(name), Sealed.of(Base64.getDecoder().decode(closed)));
    }

    /** The name is part of what is sealed, so that nobody swaps two answers. */
    private Place place(String name) {
        return new Place("conversation", "answers." + name, conversation);
    }
}
