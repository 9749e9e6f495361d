package com.qliento.flow;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.organisation.OrganisationScope;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How much flows are used. */
@Component
public class FlowFigures {

    private final FlowStore store;
    private final FlowTraffic traffic;
    private final OrganisationScope scope;

    FlowFigures(FlowStore store, FlowTraffic traffic, OrganisationScope scope) {
        this.store = store;
        this.traffic = traffic;
        this.scope = scope;
    }

    /**
     * How much a flow is used.
     *
     * @param now conversations that are in it
     * @param lastDay conversations that came to it in the last 24 hours
     */
    public record Use(long now, long lastDay) {

        /** Of a flow that nobody met. */
        public static final Use NONE = new Use(0, 0);
    }

    /** How much each flow is used, by its key; those that nobody met are left out. May be half a minute old. */
    public Map<String, Use> use(Actor actor) {
        actor.require(Permission.LOOK_ON);
        var organisation = actor.organisation();
        var day = new HashMap<String, Long>();
        var keys = scope.in(organisation, () -> store.keysByDefinition(organisation));
        traffic.lastDay(organisation).forEach((definition, count) -> {
            var key = keys.get(definition);
            if (key != null) {
                day.merge(key, count, Long::sum);
            }
        });
        var now = traffic.running(organisation);
        var use = new HashMap<String, Use>();
        day.forEach((key, count) -> use.put(key, new Use(now.getOrDefault(key, 0L), count)));
        now.forEach((key, count) -> use.putIfAbsent(key, new Use(count, 0)));
        return use;
    }
}
