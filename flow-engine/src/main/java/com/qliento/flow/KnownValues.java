package com.qliento.flow;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.block.Choice;
import com.qliento.block.Names;
import com.qliento.block.ParameterKind;
import com.qliento.bpmn.Answer;
import com.qliento.bpmn.BlockNode;
import com.qliento.bpmn.FlowReader;
import com.qliento.bpmn.UnreadableFlow;
import com.qliento.draft.Draft;
import com.qliento.organisation.OrganisationScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What an organisation's flows come to know about a customer, for tables to ask about. */
@Component
public class KnownValues {

    private static final int MOST_FLOWS = 1_000;

    private final FlowStore store;
    private final FlowReader reader;
    private final OrganisationScope scope;

    KnownValues(FlowStore store, OrganisationScope scope, FlowReader reader) {
        this.reader = reader;
        this.store = store;
        this.scope = scope;
    }

    /**
     * All of them: first what flows that decide by this decision keep, then what others do, then what is known of every
     * contact. One that several flows keep alike is named once.
     */
    public List<KnownValue> all(Actor actor, String decision) {
        actor.require(Permission.LOOK_ON);
        List<Draft> flows = scope.in(actor.organisation(), () -> store.page(actor.organisation(), null, MOST_FLOWS));
        List<Read> read = flows.stream()
                .map(this::read)
                .sorted(Comparator.comparing((Read flow) -> !flow.decidesBy(decision))
                        .thenComparing(Read::name))
                .toList();
        var all = new LinkedHashSet<KnownValue>();
        var seen = new LinkedHashSet<KnownValue>();
        for (Read flow : read) {
            for (BlockNode block : flow.keeping(decision)) {
                values(block, flow.name())
                        .filter(value -> seen.add(new KnownValue(value.expression(), "", value.text(), value.values())))
                        .forEach(all::add);
            }
        }
        Names.CONTACT_FIELDS.forEach(
                field -> all.add(new KnownValue(Names.CONTACT + "." + field, "", true, List.of())));
        return new ArrayList<>(all);
    }

    /** A flow's name and its blocks. */
    private record Read(String name, List<BlockNode> all) {

        boolean decidesBy(String decision) {
            return all.stream().anyMatch(block -> decides(block, decision));
        }

        /** What this decision itself comes to is nothing it can ask about. */
        List<BlockNode> keeping(String decision) {
            return all.stream().filter(block -> !decides(block, decision)).toList();
        }

        private static boolean decides(BlockNode block, String decision) {
            return block.values(ParameterKind.DECISION).contains(decision);
        }
    }

    private Read read(Draft flow) {
        try {
            return new Read(
                    flow.name(),
                    List.copyOf(reader.read(flow.content()).blocks().values()));
        } catch (UnreadableFlow noFlow) {
            return new Read(flow.name(), List.of());
        }
    }

    private static Stream<KnownValue> values(BlockNode block, String flow) {
        List<String> titles = block.choices().stream().map(Choice::title).collect(Collectors.toList());
        // A title with an expression in it is different for each customer.
        boolean fixed = titles.stream().noneMatch(title -> title.contains("{{"));
        return block.answers().stream()
                .map(Answer::name)
                .filter(Names::usable)
                .map(name -> new KnownValue(name, flow, block.keepsText(name), fixed ? titles : List.of()));
    }
}
