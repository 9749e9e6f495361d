package com.qliento.transcript;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.contact.ContactId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import com.qliento.rest.Page;
import com.qliento.rest.Slice;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Conversations for people to look at: who, where, which way, which words. Every method is for somebody whose role allows
 * to read what customers wrote, else {@link Problem} (forbidden). Changes nothing.
 */
@Component
public class Conversations {

    private final ConversationSearch search;
    private final MessageReader messages;
    private final ConversationPeople people;
    private final ConversationPaths paths;
    private final OrganisationScope scope;

    Conversations(
            ConversationSearch search,
            MessageReader messages,
            ConversationPeople people,
            ConversationPaths paths,
            OrganisationScope scope) {
        this.search = search;
        this.messages = messages;
        this.people = people;
        this.paths = paths;
        this.scope = scope;
    }

    /** A page of those the filter lets through, the one with the latest step first; a null cursor begins. */
    public Page<ConversationView> page(Actor actor, ConversationFilter filter, @Nullable String cursor, int size) {
        actor.require(Permission.SEE_CONVERSATIONS);
        return scope.in(actor.organisation(), () -> {
            var contacts = contacts(actor, filter);
            var rows = search.page(
                    actor.organisation(), filter, contacts, ConversationCursor.read(cursor), Page.overLimit(size));
            var page = Page.of(rows, size, row -> ConversationCursor.after(row).toString());
            return page.map(people.views(actor.organisation(), page.items()));
        });
    }

    /**
     * So many of those the filter lets through, after so many others, in this order: for lists that somebody scrolls. A
     * list that changes meanwhile may show one twice; {@link #page} does not.
     */
    public List<ConversationView> slice(Actor actor, ConversationFilter filter, ConversationOrder order, Slice slice) {
        actor.require(Permission.SEE_CONVERSATIONS);
        return scope.in(actor.organisation(), () -> {
            var rows = search.slice(actor.organisation(), filter, contacts(actor, filter), order, slice);
            return rows.stream().map(people.views(actor.organisation(), rows)).toList();
        });
    }

    /** How many the filter lets through. */
    public int count(Actor actor, ConversationFilter filter) {
        actor.require(Permission.SEE_CONVERSATIONS);
        return scope.in(
                actor.organisation(), () -> search.count(actor.organisation(), filter, contacts(actor, filter)));
    }

    /** Those with this person, the one with the latest step first; so many at most. */
    public List<ConversationView> with(Actor actor, ContactId contact, int most) {
        actor.require(Permission.SEE_CONVERSATIONS);
        return scope.in(actor.organisation(), () -> {
            var rows = search.page(actor.organisation(), ConversationFilter.ALL, List.of(contact), null, most);
            return rows.stream().map(people.views(actor.organisation(), rows)).toList();
        });
    }

    private @Nullable List<ContactId> contacts(Actor actor, ConversationFilter filter) {
        return filter.phone() == null ? null : people.withPhone(actor.organisation(), filter.phone());
    }

    /** One conversation; throws {@link Problem} (not found) when the organisation has none such. */
    public ConversationView get(Actor actor, UUID id) {
        actor.require(Permission.SEE_CONVERSATIONS);
        return scope.in(actor.organisation(), () -> {
            var row = search.find(id).orElseThrow(() -> Problem.notFound("conversation", id));
            return people.views(actor.organisation(), List.of(row)).apply(row);
        });
    }

    /** The way it goes through the flow that runs, or went through the last one. */
    public ConversationPath path(Actor actor, UUID id) {
        return paths.of(actor, get(actor, id));
    }

    /** Messages of its contact, newest first, before this one (null begins). What was erased says so and has no text. */
    public List<ConversationMessage> messages(Actor actor, UUID id, @Nullable UUID before, int size) {
        var conversation = get(actor, id);
        return messages.page(actor.organisation(), before, conversation.contact(), size).stream()
                .map(ConversationMessage::of)
                .toList();
    }
}
