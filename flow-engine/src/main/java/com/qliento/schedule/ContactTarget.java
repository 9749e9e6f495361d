package com.qliento.schedule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.channel.ChannelId;
import com.qliento.channel.Channels;
import com.qliento.contact.ContactId;
import com.qliento.contact.Contacts;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import com.qliento.start.FlowStarts;
import com.qliento.start.StartWish;
import com.qliento.vault.SubjectId;
import com.qliento.vault.Vault;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Somebody who writes with the business. */
@Component
class ContactTarget implements Target {

    static final String KIND = "contact";

    /** They will never be there again. */
    static final ProblemType CONTACT_GONE =
            new ProblemType(ProblemKind.CONFLICT, "contact-gone", "Nobody is there any more whom it is for");

    private static final ProblemType NUMBER_GONE =
            new ProblemType(ProblemKind.CONFLICT, "number-gone", "The number is not connected any more");

    private final Channels channels;
    private final Contacts contacts;
    private final FlowStarts starts;
    private final Vault vault;

    ContactTarget(Channels channels, Contacts contacts, FlowStarts starts, Vault vault) {
        this.channels = channels;
        this.contacts = contacts;
        this.starts = starts;
        this.vault = vault;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public UUID begin(OrganisationId organisation, Schedule schedule, Supplier<ObjectNode> values) {
        var contact = new ContactId(Objects.requireNonNull(schedule.contact()));
        var channel = new ChannelId(Objects.requireNonNull(schedule.channel()));
        if (channels.of(organisation).stream().noneMatch(one -> one.id().equals(channel))) {
            throw NUMBER_GONE.because("The business's number of this schedule is not connected any more.");
        }
        var subject = new SubjectId(contact.value());
        if (contacts.find(organisation, contact).isEmpty()
                || !vault.erased(organisation, List.of(subject)).isEmpty()) {
            throw gone();
        }
        var wish = new StartWish(schedule.flowKey(), null, contact, channel, values.get(), schedule.whenBusy());
        return starts.begin(organisation, wish).id();
    }

    static Problem gone() {
        return CONTACT_GONE.because("The contact of this schedule was erased, so it begins nothing any more.");
    }
}
