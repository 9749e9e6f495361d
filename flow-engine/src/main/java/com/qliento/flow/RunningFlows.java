package com.qliento.flow;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.qliento.audit.Audit;
import com.qliento.audit.Deed;
import com.qliento.block.Keywords;
import com.qliento.block.StartInput;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.FlowReader;
import com.qliento.bpmn.StartTrigger;
import com.qliento.database.DatabaseNotification;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The published flows, as conversations ask for them. Cached; a change reaches every node at once, at the latest in a minute. */
@Component
public class RunningFlows {

    static final String TOPIC = "flow";

    private final FlowStore store;
    private final FlowChannels channels;
    private final OrganisationScope scope;
    private final FlowReader reader;
    private final Audit audit;
    private final LoadingCache<OrganisationId, LiveFlows> live = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build(this::load);
    private final LoadingCache<String, FlowModel> byDefinition =
            Caffeine.newBuilder().maximumSize(10_000).build(this::loadDefinition);

    RunningFlows(FlowStore store, FlowChannels channels, OrganisationScope scope, FlowReader reader, Audit audit) {
        this.reader = reader;
        this.audit = audit;
        this.store = store;
        this.channels = channels;
        this.scope = scope;
    }

    /** The flow that any message to this number starts. */
    public Optional<LiveFlow> startedByAny(OrganisationId organisation, UUID channel) {
        return live.get(organisation).startedByAny(channel);
    }

    /** The flow that has this keyword on this number. */
    public Optional<LiveFlow> startedByKeyword(OrganisationId organisation, UUID channel, String text) {
        return live.get(organisation).startedByKeyword(channel, Keywords.normalise(text));
    }

    /** Another flow than this one that has this keyword on any number. */
    public Optional<LiveFlow> otherWithKeyword(OrganisationId organisation, String flowKey, String text) {
        return live.get(organisation).otherWithKeyword(flowKey, Keywords.normalise(text));
    }

    /** The flow of this key as it is published; empty when it is not. */
    public Optional<LiveFlow> published(OrganisationId organisation, String flowKey) {
        return live.get(organisation).published(flowKey);
    }

    /** Whether the published flow of this key is about nobody; false when there is none. */
    public boolean aboutNobody(OrganisationId organisation, String flowKey) {
        return live.get(organisation).aboutNobody(flowKey);
    }

    /** What the published flow of this key is given as it begins; empty when it names nothing. */
    public List<StartInput> inputs(OrganisationId organisation, String flowKey) {
        var flow = live.get(organisation).withKey(flowKey);
        return flow == null ? List.of() : flow.inputs();
    }

    /** How long an answer to this version of a flow waits for more of the same burst; zero for not at all. */
    public Duration mergeWindow(OrganisationId organisation, String definitionId) {
        return Duration.ofSeconds(start(organisation, definitionId)
                .map(StartTrigger::mergeSeconds)
                .orElse(0));
    }

    /** Whether the keyword of another flow ends this version of a flow while it runs. */
    public boolean interruptible(OrganisationId organisation, String definitionId) {
        return start(organisation, definitionId)
                .map(StartTrigger::interruptible)
                .orElse(true);
    }

    private Optional<StartTrigger> start(OrganisationId organisation, String definitionId) {
        var flow = live.get(organisation).ofDefinition(definitionId);
        var model = flow != null ? flow : byDefinition.get(definitionId);
        return model.start();
    }

    /** A word to write for each flow that starts by one on this number: the first that gets it, in the order of keys. */
    public List<String> words(OrganisationId organisation, UUID channel) {
        return live.get(organisation).words(channel);
    }

    /** The published flows as they were drawn, by key, in the order of keys. */
    public Map<String, FlowModel> drawn(OrganisationId organisation) {
        return live.get(organisation).drawn();
    }

    /** The published flows of an organisation, for checks of others. */
    LiveFlows live(OrganisationId organisation) {
        return live.get(organisation);
    }

    /** The same as they are at this moment, also by what the open transaction published. */
    LiveFlows liveNow(OrganisationId organisation) {
        var known = live.get(organisation);
        return scope.in(organisation, () -> known.versions().equals(store.liveVersions(organisation)))
                ? known
                : load(organisation);
    }

    private LiveFlows load(OrganisationId organisation) {
        return scope.in(organisation, () -> LiveFlows.of(reader, store.live(organisation), channels.all(organisation)));
    }

    /** A version that is live no more but still has conversations; runs in their transaction. */
    private FlowModel loadDefinition(String definitionId) {
        return store.ofDefinition(definitionId)
                .map(version -> reader.read(version.bpmn()))
                .orElseThrow(() -> new IllegalStateException("no flow was published as " + definitionId));
    }

    /**
     * Changes what is published, in a transaction of the organisation; when it commits, all nodes ask anew.
     *
     * @param change gives what was done, to be noted; null when it came to nothing
     */
    void change(OrganisationId organisation, Supplier<@Nullable Deed> change) {
        scope.run(organisation, () -> {
            var deed = change.get();
            if (deed != null) {
                audit.note(deed);
            }
            store.announce(organisation);
        });
        forget(organisation);
    }

    void forget(OrganisationId organisation) {
        live.invalidate(organisation);
    }

    @EventListener
    void forget(DatabaseNotification notification) {
        if (notification.concerns(TOPIC)) {
            if (notification.missed() || notification.key().isEmpty()) {
                live.invalidateAll();
            } else {
                live.invalidate(OrganisationId.of(notification.key()));
            }
        }
    }
}
