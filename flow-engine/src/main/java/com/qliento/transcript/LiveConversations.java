package com.qliento.transcript;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.call.Calls;
import com.qliento.call.CallsAtBlock;
import com.qliento.contact.ContactId;
import com.qliento.contact.Contacts;
import com.qliento.flow.PublishedFlows;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where the conversations of a flow stand now. Figures are for everybody who sees flows; who it is only for those who may
 * read what customers wrote.
 */
@Component
public class LiveConversations {

    /** So old figures may be: however many look on, a node counts no more often than this. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private record FlowKey(OrganisationId organisation, String flow) {}

    /**
     * Conversations of one version.
     *
     * @param live whether new conversations get this version
     * @param byElement how many stand at each element of its diagram, without those where nobody stands
     */
    public record LiveVersion(int version, String definitionId, boolean live, long all, Map<String, Long> byElement) {}

    /**
     * Somebody who stands at a block.
     *
     * @param since when it came there, or said something there last
     * @param conversation null when the role does not allow to know
     * @param name the contact's name, else their number; null when the role does not allow to know, or it is erased
     */
    public record Standing(
            Instant since,
            @Nullable UUID conversation,
            @Nullable String name) {

        @Override
        public String toString() {
            return "Standing[" + conversation + "]";
        }
    }

    private final ConversationSearch search;
    private final PublishedFlows flows;
    private final Contacts contacts;
    private final OrganisationScope scope;
    private final Calls calls;
    private final LoadingCache<FlowKey, List<ConversationSearch.Standing>> counted =
            Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(FRESH).build(this::count);

    LiveConversations(
            ConversationSearch search, PublishedFlows flows, Contacts contacts, OrganisationScope scope, Calls calls) {
        this.calls = calls;
        this.search = search;
        this.flows = flows;
        this.contacts = contacts;
        this.scope = scope;
    }

    private List<ConversationSearch.Standing> count(FlowKey key) {
        return scope.in(key.organisation(), () -> search.standing(key.organisation(), key.flow()));
    }

    /** The live version and each other that still has conversations, newest first; up to two seconds old. */
    public List<LiveVersion> versions(Actor actor, String flow) {
        actor.require(Permission.LOOK_ON);
        var byDefinition = new HashMap<String, Map<String, Long>>();
        var live = flows.live(actor, flow);
        live.ifPresent(version -> byDefinition.put(version.definitionId(), new HashMap<>()));
        for (var standing : counted.get(new FlowKey(actor.organisation(), flow))) {
            byDefinition
                    .computeIfAbsent(standing.definitionId(), id -> new HashMap<>())
                    .merge(standing.element() == null ? "" : standing.element(), standing.conversations(), Long::sum);
        }
        return byDefinition.entrySet().stream()
                .flatMap(entry -> flows.ofDefinition(actor, entry.getKey()).stream()
                        .map(version -> new LiveVersion(
                                version.version(),
                                version.definitionId(),
                                live.map(l -> l.version() == version.version()).orElse(false),
                                entry.getValue().values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum(),
                                placed(entry.getValue()))))
                .sorted(Comparator.comparingInt(LiveVersion::version).reversed())
                .toList();
    }

    /** Those of whom it is known where they stand. */
    private static Map<String, Long> placed(Map<String, Long> counts) {
        var placed = new HashMap<>(counts);
        placed.remove("");
        return Map.copyOf(placed);
    }

    /** How the calls fare that this block makes, of whichever version of its flow; no content of any. */
    public CallsAtBlock calls(Actor actor, String definitionId, String element) {
        actor.require(Permission.LOOK_ON);
        return flows.ofDefinition(actor, definitionId)
                .map(version -> calls.atBlock(actor.organisation(), version.flowKey(), element))
                .orElse(CallsAtBlock.NONE);
    }

    /** Who stands at this element of this version, the latest first, not more than so many. */
    public List<Standing> at(Actor actor, String definitionId, String element, int atMost) {
        actor.require(Permission.LOOK_ON);
        boolean known = actor.may(Permission.SEE_CONVERSATIONS);
        var filter = new ConversationFilter(
                flows.ofDefinition(actor, definitionId)
                        .map(version -> version.flowKey())
                        .orElse(null),
                definitionId,
                element,
                null,
                null);
        return scope.in(actor.organisation(), () -> {
            var rows = search.page(actor.organisation(), filter, null, null, atMost);
            var people = contacts.people(
                    actor.organisation(),
                    known
                            ? rows.stream()
                                    .map(row -> new ContactId(row.contact()))
                                    .toList()
                            : List.of());
            return rows.stream()
                    .map(row -> {
                        var person = people.get(new ContactId(row.contact()));
                        return new Standing(
                                row.lastStepAt(), known ? row.id() : null, person == null ? null : person.shown());
                    })
                    .toList();
        });
    }
}
