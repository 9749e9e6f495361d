package com.qliento.access;

import com.qliento.contact.ContactId;
import com.qliento.contact.Contacts;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.register.ProcessingRegister;
import com.qliento.vault.Signing;
import com.qliento.vault.SubjectId;
import com.qliento.vault.Vault;
import com.qliento.vault.spi.Family;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts a package together: asks every feature what it keeps, hides other people, writes it down sealed. */
@Component
class PackageMaker {

    /** A package may be taken for so long. */
    static final Duration KEPT = Duration.ofDays(7);

    private final Gathering gathering;
    private final OtherPeople others;
    private final PackageStore store;
    private final PackagePieces pieces;
    private final Keeping keeping;

    /** Where it is kept, for whom, and who hears of it. */
    @Component
    record Keeping(OrganisationScope scope, Contacts contacts, Vault vault, Telling telling) {}

    /** When it is made, who says so, to whom it is told, and what the law wants told besides. */
    @Component
    record Telling(Clock clock, Signing signing, ApplicationEventPublisher events, ProcessingRegister register) {}

    PackageMaker(Gathering gathering, OtherPeople others, PackageStore store, PackagePieces pieces, Keeping keeping) {
        this.gathering = gathering;
        this.others = others;
        this.store = store;
        this.pieces = pieces;
        this.keeping = keeping;
    }

    /**
     * Makes the package, from the beginning; nothing happens when it is not to be made any more. Throws
     * {@link TooMuchToPack} when more is kept of the person than goes into one.
     */
    void make(OrganisationId organisation, UUID id) {
        var wanted = keeping.scope().in(organisation, () -> store.find(organisation, id));
        if (wanted.isEmpty() || wanted.get().state() != AccessPackage.State.MAKING) {
            wanted.filter(one -> one.state() == AccessPackage.State.OVER)
                    .ifPresent(ended -> pieces.forget(organisation, id)); // what was ended while it was made
            return;
        }
        var family = keeping.scope()
                .in(organisation, () -> keeping.contacts()
                        .family(organisation, new ContactId(wanted.get().contact())))
                .orElseGet(() -> new Family(
                        organisation, List.of(new SubjectId(wanted.get().contact()))));
        var now = keeping.telling().clock().instant();
        var hidden = others.hide(family, gathering.of(family));
        var language = Locale.forLanguageTag(wanted.get().language());
        var register = keeping.telling().register().of(organisation, language);
        var content = new PackageContent(id, now, language, hidden, register);
        long bytes = write(organisation, content);
        boolean over = !finish(organisation, wanted.get(), content, bytes);
        if (over) {
            pieces.forget(organisation, id);
        }
    }

    private long write(OrganisationId organisation, PackageContent content) {
        keeping.vault().createSubjects(organisation, List.of(new SubjectId(content.id())));
        try (var out = pieces.writer(organisation, content.id())) {
            return new PackageFile(content, keeping.telling().signing()).write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private boolean finish(OrganisationId organisation, AccessPackage wanted, PackageContent content, long bytes) {
        return keeping.scope().in(organisation, () -> {
            var made = new PackageStore.Made(content.records().size(), content.unreadable(), bytes);
            boolean ready = store.made(
                    wanted.id(), made, content.madeAt(), content.madeAt().plus(KEPT));
            if (ready) {
                keeping.telling().events().publishEvent(new PackageReady(organisation, wanted.id(), wanted.askedBy()));
            }
            return ready;
        });
    }
}
