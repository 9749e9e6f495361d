package com.qliento.transcript;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.channel.Channels;
import com.qliento.contact.ContactId;
import com.qliento.contact.Contacts;
import com.qliento.contact.Person;
import com.qliento.flow.FlowVersion;
import com.qliento.flow.PublishedFlows;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import com.qliento.rest.Page;
import com.qliento.rest.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Conversations for people to look at: who, where, which way, which words. Every method is for somebody whose role allows
 * to read what customers wrote, else {@link Problem} (forbidden). Changes nothing.
 */
@Component
public class Conversations {

    private static final int LONGEST_PATH = 500;
    private static final Person ERASED = new Person(null, null, null);

    private final ConversationSearch search;
    private final ConversationListing listing;
    private final MessageReader messages;
    private final Known known;
    private final OrganisationScope scope;

    /** What else is known about a conversation. */
    @Component
    record Known(Contacts contacts, Channels channels, PublishedFlows flows) {}

    Conversations(
            ConversationSearch search,
            ConversationListing listing,
            MessageReader messages,
            Known known,
            OrganisationScope scope) {
        this.search = search;
        this.listing = listing;
        this.messages = messages;
        this.known = known;
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
            var people = people(actor, page.items());
            return page.map(row -> view(row, people));
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
            var people = people(actor, rows);
            return rows.stream().map(row -> view(row, people)).toList();
        });
    }

    /** How many the filter lets through. */
    public int count(Actor actor, ConversationFilter filter) {
        actor.require(Permission.SEE_CONVERSATIONS);
        return scope.in(
                actor.organisation(), () -> search.count(actor.organisation(), filter, contacts(actor, filter)));
    }

    private @Nullable List<ContactId> contacts(Actor actor, ConversationFilter filter) {
        return filter.phone() == null ? null : withPhone(actor, filter.phone());
    }

    private List<ContactId> withPhone(Actor actor, String written) {
        var digits = written.replaceAll("\\D", "");
        return known.channels().of(actor.organisation()).stream()
                .flatMap(channel -> known.contacts().withPhone(channel, digits).stream())
                .toList();
    }

    private Map<ContactId, Person> people(Actor actor, List<ConversationSearch.Row> rows) {
        return known.contacts()
                .people(
                        actor.organisation(),
                        rows.stream().map(row -> new ContactId(row.contact())).toList());
    }

    private static ConversationView view(ConversationSearch.Row row, Map<ContactId, Person> people) {
        return row.view(people.getOrDefault(new ContactId(row.contact()), ERASED));
    }

    /** One conversation; throws {@link Problem} (not found) when the organisation has none such. */
    public ConversationView get(Actor actor, UUID id) {
        actor.require(Permission.SEE_CONVERSATIONS);
        return scope.in(actor.organisation(), () -> {
            var row = search.find(id).orElseThrow(() -> Problem.notFound("conversation", id));
            return view(row, people(actor, List.of(row)));
        });
    }

    /** The way it goes through the flow that runs, or went through the last one. */
    public ConversationPath path(Actor actor, UUID id) {
        var conversation = get(actor, id);
        var trace = scope.in(actor.organisation(), () -> listing.trace(id, LONGEST_PATH));
        var steps = lastRun(trace);
        var definition = steps.stream()
                .map(ConversationListing.TraceStep::definitionId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(conversation.definitionId());
        FlowVersion version = definition == null
                ? null
                : known.flows().ofDefinition(actor, definition).orElse(null);
        return new ConversationPath(
                version,
                conversation.element(),
                steps.stream().map(PathStep::of).toList());
    }

    /** Of a trace, newest first, the steps of the last run of a flow, oldest first; what no flow took is left out. */
    private static List<ConversationListing.TraceStep> lastRun(List<ConversationListing.TraceStep> trace) {
        var run = new ArrayList<ConversationListing.TraceStep>();
        for (var step : trace) {
            if (!run.isEmpty()
                    && (step.instanceId() == null
                            || !step.instanceId().equals(run.get(0).instanceId()))) {
                break;
            }
            if (step.definitionId() != null || step.instanceId() != null) {
                run.add(0, step);
            }
        }
        return run;
    }

    /** Messages of its contact, newest first, before this one (null begins). What was erased says so and has no text. */
    public List<ConversationMessage> messages(Actor actor, UUID id, @Nullable UUID before, int size) {
        var conversation = get(actor, id);
        return messages.page(actor.organisation(), before, conversation.contact(), size).stream()
                .map(ConversationMessage::of)
                .toList();
    }
}
