package com.qliento.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.audit.AuditAction;
import com.qliento.channel.ChannelId;
import com.qliento.channel.Channels;
import com.qliento.contact.ContactId;
import com.qliento.contact.Contacts;
import com.qliento.contact.Identities;
import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import com.qliento.vault.BlindIndex;
import com.qliento.vault.KeyDestroyed;
import com.qliento.vault.Signing;
import com.qliento.vault.Vault;
import com.qliento.vault.spi.ReadingTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Brings in what a person took along from elsewhere, sealed as everything else and with the instants at which it was received
 * there: what is older than this organisation keeps messages is left out. All of it is brought or nothing.
 */
@Component
class PortableImport {

    private static final ProblemType NOBODY =
            new ProblemType(ProblemKind.INVALID, "import-of-nobody", "The file does not say whose it is");
    private static final ProblemType ERASED =
            new ProblemType(ProblemKind.CONFLICT, "import-person-erased", "This person was erased here");
    private static final ProblemType FUTURE =
            new ProblemType(ProblemKind.INVALID, "import-from-the-future", "Something was received in the future");

    /** Clocks differ. */
    private static final Duration CLOCKS = Duration.ofMinutes(5);

    private final Contacts contacts;
    private final Channels channels;
    private final ImportedStore store;
    private final Keeping keeping;
    private final PackageLinks.Noting noting;

    /** How it is read, sealed, and for how long. */
    @Component
    record Keeping(
            OrganisationScope scope, Vault vault, Signing signing, ReadingTime readingTime, AccessSettings settings) {}

    PortableImport(
            Contacts contacts, Channels channels, ImportedStore store, Keeping keeping, PackageLinks.Noting noting) {
        this.contacts = contacts;
        this.channels = channels;
        this.store = store;
        this.keeping = keeping;
        this.noting = noting;
    }

    /**
     * What was brought.
     *
     * @param contact whose it is here
     * @param signature of the package's manifest: ours, unknown (of another Qliento), or none
     * @param messages how many were brought in
     * @param answers the same
     * @param alreadyThere what had been brought before
     * @param tooOld what was left out, since it is older than messages are kept here
     */
    record Brought(UUID contact, String signature, int messages, int answers, int alreadyThere, int tooOld) {}

    /**
     * Brings it in for whoever has the file's number or user id on this channel; for somebody new when nobody has. Throws
     * {@link Problem} for what can't be read or was changed, for a channel that the organisation does not have, and for
     * somebody who was erased here.
     */
    Brought bring(Actor actor, UUID channelId, InputStream body) throws IOException {
        actor.require(Permission.WORK_CASES);
        var organisation = actor.organisation();
        var channel = channels.get(organisation, new ChannelId(channelId));
        var read = new PortableFile(keeping.signing()).read(body);
        var portable = read.portable();
        var now = noting.clock().instant();
        requireFits(portable, now);
        var who = identities(portable);
        return keeping.scope().in(organisation, () -> {
            requireNotErased(organisation, who);
            var contact = contacts.resolve(channel, List.of(who), now).get(0).orElseThrow(PortableImport::erased);
            var bringing = new Bringing(organisation, contact, now);
            int messages = bringing.bring("message", portable.messages());
            int answers = bringing.bring("answer", portable.answers());
            noting.audit()
                    .note(actor.did(
                                    AuditAction.PORTABLE_IMPORTED,
                                    TimeOrderedId.at(now).toString())
                            .with("messages", messages)
                            .with("answers", answers)
                            .with("signature", read.signature()));
            return new Brought(
                    contact.value(), read.signature(), messages, answers, bringing.alreadyThere, bringing.tooOld);
        });
    }

    private void requireFits(Portable portable, Instant now) {
        int things = portable.messages().size() + portable.answers().size();
        if (things > keeping.settings().most()) {
            throw Problem.invalid(
                    "messages",
                    "It holds more than " + keeping.settings().most() + " things. Whoever runs this server can raise"
                            + " qliento.access.most.");
        }
        var latest = now.plus(CLOCKS);
        for (var all : List.of(portable.messages(), portable.answers())) {
            for (var one : all) {
                if (one.at().isAfter(latest) || one.received().isAfter(latest)) {
                    throw FUTURE.because(
                            "Something in it has an instant that is yet to come. Ask whoever made the file.");
                }
                if (one.received().isBefore(Instant.EPOCH)) {
                    throw Problem.invalid("receivedAt", "Nothing was received before 1970.");
                }
            }
        }
    }

    private static Identities identities(Portable portable) {
        return portable.profile().stream()
                .map(one -> new Identities(one.phone(), one.userId(), null, one.name()))
                .filter(Identities::anybody)
                .findFirst()
                .orElseThrow(() -> NOBODY.because(
                        "Its profile has neither a phone number nor a user id, so nobody can be found by it."));
    }

    private void requireNotErased(OrganisationId organisation, Identities who) {
        var known = new ArrayList<BlindIndex>();
        if (who.phone() != null) {
            known.add(keeping.vault().index(organisation, "phone", who.phone()));
        }
        if (who.userId() != null) {
            known.add(keeping.vault().index(organisation, "user_id", who.userId()));
        }
        if (!keeping.vault().suppressed(organisation, known).isEmpty()) {
            throw erased();
        }
    }

    private static Problem erased() {
        return ERASED.because(
                "They asked for it, so nothing of theirs is brought back. They can write again themselves.");
    }

    /** One import into one contact. */
    private final class Bringing {

        private final OrganisationId organisation;
        private final ContactId contact;
        private final Instant now;
        private final Instant oldest;
        private int alreadyThere;
        private int tooOld;

        Bringing(OrganisationId organisation, ContactId contact, Instant now) {
            this.organisation = organisation;
            this.contact = contact;
            this.now = now;
            this.oldest = now.minus(keeping.readingTime().of(organisation));
        }

        /** How many of them were brought; of the others it is counted why not. */
        int bring(String kind, List<Portable.Item> all) {
            return (int) all.stream().filter(one -> isBrought(kind, one)).count();
        }

        private boolean isBrought(String kind, Portable.Item one) {
            var received = one.received();
            if (!received.isAfter(oldest)) {
                tooOld++;
                return false;
            }
            try {
                var id = id(organisation, contact, kind, one.id());
                var sealed = keeping.vault()
                        .seal(organisation, contact.subject(), ImportedPersonalData.place(id), received, bytes(one));
                var row = new ImportedStore.Row(id, contact.value(), kind, received, now, sealed.bytes());
                boolean brought = store.insert(organisation, contact, row);
                alreadyThere += brought ? 0 : 1;
                return brought;
            } catch (KeyDestroyed over) {
                tooOld++;
                return false;
            }
        }
    }

    /** Not the file's own, which anybody may have chosen: of whose it is and what it was called. */
    private UUID id(OrganisationId organisation, ContactId contact, String kind, String called) {
        var bytes = ByteBuffer.wrap(keeping.vault()
                .index(organisation, "imported", contact + " " + kind + " " + called)
                .bytes());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static byte[] bytes(Portable.Item one) {
        try {
            return PortableFile.JSON.writeValueAsBytes(one);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
