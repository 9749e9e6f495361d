package com.qliento.ui.conversation;

import com.qliento.account.Actor;
import com.qliento.draft.Draft;
import com.qliento.flow.FlowVersion;
import com.qliento.flow.Flows;
import com.qliento.flow.PublishedFlows;
import com.qliento.ui.shell.BlockNames;
import com.qliento.ui.shell.BoardSetup;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What flows and their blocks are called, looked up once for a page. */
final class FlowNames {

    private static final int MOST = 500;

    private final Actor actor;
    private final PublishedFlows published;
    private final BoardSetup setup;
    private final Locale locale;
    private final List<Draft> flows;
    private final Map<String, String> names;
    private final Map<String, Optional<BlockNames>> blocks = new HashMap<>();

    FlowNames(Actor actor, Flows all, PublishedFlows published, BoardSetup setup, Locale locale) {
        this.setup = setup;
        this.actor = actor;
        this.published = published;
        this.locale = locale;
        this.flows = all.page(actor, null, MOST).stream()
                .sorted(Comparator.comparing(flow -> flow.name().toLowerCase(locale)))
                .toList();
        this.names = flows.stream().collect(Collectors.toMap(Draft::key, Draft::name));
    }

    /** The keys of flows that were published, by name. */
    List<String> keys() {
        return flows.stream()
                .filter(flow -> flow.liveVersion() != null)
                .map(Draft::key)
                .toList();
    }

    String flow(@Nullable String key) {
        return key == null ? "" : names.getOrDefault(key, key);
    }

    String block(@Nullable String definitionId, @Nullable String element) {
        return definitionId == null || element == null
                ? ""
                : blocks(definitionId).map(names -> names.of(element)).orElse(element);
    }

    private Optional<BlockNames> blocks(String definitionId) {
        return blocks.computeIfAbsent(
                definitionId,
                id -> published.ofDefinition(actor, id).map(version -> setup.names(version.bpmn(), locale)));
    }

    /** The blocks of a flow's live version, id and name, in the order of the file. */
    Map<String, String> liveBlocks(String key) {
        var found = new LinkedHashMap<String, String>();
        published
                .live(actor, key)
                .map(FlowVersion::definitionId)
                .flatMap(this::blocks)
                .ifPresent(names -> names.elements().forEach(id -> found.put(id, names.of(id))));
        return found;
    }
}
