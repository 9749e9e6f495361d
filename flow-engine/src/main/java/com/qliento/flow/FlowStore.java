package com.qliento.flow;

import com.qliento.draft.Draft;
import com.qliento.draft.DraftRoom;
import com.qliento.draft.DraftShelf;
import com.qliento.draft.DraftVersion;
import com.qliento.organisation.OrganisationId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Flows, and as what the engine runs their versions; inside a transaction of the organisation. */
@Component
class FlowStore {

    /** What drafts of flows are among drafts of all kinds. */
    static final String KIND = "flow";

    private final JdbcClient jdbc;
    private final DraftShelf drafts;

    FlowStore(JdbcClient jdbc, DraftRoom room) {
        this.jdbc = jdbc;
        this.drafts = room.shelf(KIND);
    }

    /** Of a flow that was saved, perhaps for the first time. */
    void saved(OrganisationId organisation, String key) {
        jdbc.sql("INSERT INTO flow (organisation_id, key) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .param(organisation.value())
                .param(key)
                .update();
    }

    boolean has(OrganisationId organisation, String key) {
        return drafts.has(organisation, key);
    }

    /** Keeps a flow from others until the transaction ends; gives whether there is one. */
    boolean lock(OrganisationId organisation, String key) {
        return drafts.lock(organisation, key);
    }

    List<Draft> page(OrganisationId organisation, @Nullable String after, int size) {
        return drafts.page(organisation, after, size);
    }

    List<FlowName> names(OrganisationId organisation) {
        return drafts.names(organisation).stream()
                .map(flow -> new FlowName(flow.key(), flow.name()))
                .toList();
    }

    /** The engine runs this version of a flow, the live one from now on, under this id. */
    void goesLive(OrganisationId organisation, DraftVersion version, String definitionId) {
        jdbc.sql("INSERT INTO flow_version (organisation_id, flow_key, version, definition_id) VALUES (?, ?, ?, ?)")
                .param(organisation.value())
                .param(version.key())
                .param(version.version())
                .param(definitionId)
                .update();
        unarchive(organisation, version.key());
    }

    /** Keeps what is live as it is until the transaction ends; gives a version of a flow, if it is there. */
    Optional<DraftVersion> toBeLive(OrganisationId organisation, String key, int version) {
        drafts.lockLive(organisation);
        return hasVersion(organisation, key, version) ? drafts.version(organisation, key, version) : Optional.empty();
    }

    /** Makes an earlier version the live one again. */
    void setLive(OrganisationId organisation, String key, int version) {
        drafts.setLive(organisation, key, version);
        unarchive(organisation, key);
    }

    private void unarchive(OrganisationId organisation, String key) {
        jdbc.sql("UPDATE flow SET archived_at = NULL WHERE organisation_id = ? AND key = ?")
                .param(organisation.value())
                .param(key)
                .update();
    }

    /** What the engine runs versions of a flow as. */
    List<String> definitions(OrganisationId organisation, String key) {
        return jdbc.sql("SELECT definition_id FROM flow_version WHERE organisation_id = ? AND flow_key = ?")
                .param(organisation.value())
                .param(key)
                .query(String.class)
                .list();
    }

    boolean hasVersion(OrganisationId organisation, String key, int version) {
        return definition(organisation, key, version).isPresent();
    }

    private Optional<String> definition(OrganisationId organisation, String key, int version) {
        return jdbc.sql("""
                        SELECT definition_id FROM flow_version
                        WHERE organisation_id = ? AND flow_key = ? AND version = ?
                        """)
                .param(organisation.value())
                .param(key)
                .param(version)
                .query(String.class)
                .optional();
    }

    /** All versions of a flow, newest first. */
    List<FlowVersion> versions(OrganisationId organisation, String key) {
        return asTheyRun(organisation, drafts.versions(organisation, key));
    }

    /** The live version of every flow of the organisation, by key. */
    List<FlowVersion> live(OrganisationId organisation) {
        return asTheyRun(organisation, drafts.live(organisation));
    }

    /** Which version of each flow is live. */
    Map<String, Integer> liveVersions(OrganisationId organisation) {
        var live = new HashMap<String, Integer>();
        drafts.names(organisation).forEach(flow -> {
            if (flow.liveVersion() != null) {
                live.put(flow.key(), flow.liveVersion());
            }
        });
        return live;
    }

    private record Numbered(String key, int version) {}

    private List<FlowVersion> asTheyRun(OrganisationId organisation, List<DraftVersion> versions) {
        var definitions = new HashMap<Numbered, String>();
        jdbc.sql("""
                        SELECT v.flow_key, v.version, v.definition_id
                        FROM unnest(?::text[], ?::int[]) AS wanted (flow_key, version)
                        JOIN flow_version v ON v.flow_key = wanted.flow_key AND v.version = wanted.version
                        WHERE v.organisation_id = ?
                        """)
                .param(versions.stream().map(DraftVersion::key).toArray(String[]::new))
                .param(versions.stream().map(DraftVersion::version).toArray(Integer[]::new))
                .param(organisation.value())
                .query(row -> {
                    definitions.put(new Numbered(row.getString(1), row.getInt(2)), row.getString(3));
                });
        return versions.stream()
                .flatMap(version -> Stream.ofNullable(definitions.get(new Numbered(version.key(), version.version())))
                        .map(definition -> FlowVersion.of(version, definition)))
                .toList();
    }

    /** The flow of each published version, by the version's definition. */
    Map<String, String> keysByDefinition(OrganisationId organisation) {
        var keys = new HashMap<String, String>();
        jdbc.sql("SELECT definition_id, flow_key FROM flow_version WHERE organisation_id = ?")
                .param(organisation.value())
                .query(row -> {
                    keys.put(row.getString(1), row.getString(2));
                });
        return keys;
    }

    /** The definition of a flow's live version. */
    Optional<String> live(OrganisationId organisation, String key) {
        return drafts.liveVersion(organisation, key).flatMap(version -> definition(organisation, key, version));
    }

    Optional<FlowVersion> ofDefinition(String definitionId) {
        record Found(OrganisationId organisation, String key, int version) {}
        return jdbc.sql("SELECT organisation_id, flow_key, version FROM flow_version WHERE definition_id = ?")
                .param(definitionId)
                .query((row, n) ->
                        new Found(new OrganisationId(row.getObject(1, UUID.class)), row.getString(2), row.getInt(3)))
                .optional()
                .flatMap(found -> drafts.version(found.organisation(), found.key(), found.version()))
                .map(version -> FlowVersion.of(version, definitionId));
    }

    /** Tells all nodes, when the transaction commits, that the organisation's flows changed. */
    void announce(OrganisationId organisation) {
        jdbc.sql("SELECT pg_notify('qliento', ?)")
                .param(RunningFlows.TOPIC + ":" + organisation)
                .query((row, n) -> true)
                .single();
    }
}
