package com.qliento.tryout;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.qliento.block.BpmnElement;
import com.qliento.bpmn.Way;
import com.qliento.call.CallRequest;
import com.qliento.call.Calls;
import com.qliento.call.Expectation;
import com.qliento.connector.whatsapp.Fitted;
import com.qliento.conversation.BlockAction;
import com.qliento.conversation.RehearsalWatch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What one step was seen to do. Belongs to the try only once the step is done. */
final class StepNotes implements RehearsalWatch {

    private final Stage.Piece piece;
    private final Theatre theatre;
    private final Instant now;
    private final Instant freeUntil;
    private final String heard;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> path = new ArrayList<>();
    private final List<Explanation> explanations = new ArrayList<>();
    private final Map<String, Object> kept = new LinkedHashMap<>();
    private boolean inside;
    private @Nullable String last;

    /**
     * @param heard the customer's message; empty when none brought the step about
     * @param inside whether the flow stands at an element of its own, not in one of a flow that it started
     */
    StepNotes(Stage.Piece piece, Theatre theatre, Moment moment, String heard, boolean inside) {
        this.piece = piece;
        this.theatre = theatre;
        this.now = moment.now();
        this.freeUntil = moment.freeUntil();
        this.heard = heard;
        this.inside = inside;
    }

    /** When the step is, and until when free text reaches the customer. */
    record Moment(Instant now, Instant freeUntil) {}

    @Override
    public void entered(String definitionId, String element, Map<String, Object> values) {
        inside = definitionId.equals(piece.version().definitionId());
        if (!inside) {
            return;
        }
        last = element;
        path.add(element);
        var block = piece.model().blocks().get(element);
        if (block != null && block.block().element() == BpmnElement.EXCLUSIVE_GATEWAY) {
            explanations.add(new Explanation(element, Explanation.Kind.WAY, "", null, looked(element, values::get)));
        }
    }

    private List<Explanation.Looked> looked(String element, Function<String, @Nullable Object> values) {
        var ways = piece.model().ways(element);
        var looked = new ArrayList<Explanation.Looked>();
        for (var way : ways) {
            if (!way.byDefault()) {
                var one = look(way, values);
                looked.add(one);
                if (one.taken()) {
                    return looked;
                }
            }
        }
        ways.stream().filter(Way::byDefault).forEach(way -> looked.add(new Explanation.Looked(way, true, Map.of())));
        return looked;
    }

    private Explanation.Looked look(Way way, Function<String, @Nullable Object> values) {
        if (way.condition() == null) {
            return new Explanation.Looked(way, true, Map.of());
        }
        var expression = theatre.expressions().compile(way.condition());
        var named = new LinkedHashMap<String, Object>();
        for (var name : expression.names()) {
            var value = values.apply(name);
            if (value != null) {
                named.put(name, value);
            }
        }
        return new Explanation.Looked(way, expression.test(named), named);
    }

    @Override
    public void said(@Nullable String element, Fitted fitted) {
        lines.add(new Line.Said(now, inside ? element : null, fitted.content(), fitted.cut(), !freeUntil.isAfter(now)));
    }

    @Override
    public void unsaid(@Nullable String element) {
        lines.add(Line.Note.of(now, Line.Note.Kind.UNSAID, inside ? element : null));
    }

    @Override
    public void asked(String element, CallRequest request) {
        lines.add(new Line.Asked(
                now,
                inside ? element : null,
                request.target(),
                theatre.preview(request),
                now.plus(request.patience())));
    }

    @Override
    public void expected(String element, Expectation expectation) {
        var nothing = JsonNodeFactory.instance.objectNode();
        lines.add(new Line.Asked(
                now,
                inside ? element : null,
                expectation.target(),
                new Calls.Preview(nothing, nothing),
                now.plus(expectation.patience())));
    }

    @Override
    public void did(String element, BlockAction.Deed deed) {
        var words = new ArrayList<String>();
        words.add(deed.kind());
        words.addAll(deed.told());
        lines.add(new Line.Note(now, Line.Note.Kind.DID, inside ? element : null, words, Duration.ZERO));
    }

    @Override
    public void kept(String element, String name, @Nullable Object value) {
        if (!inside) {
            return;
        }
        var block = piece.model().blocks().get(element);
        if (block == null) {
            return;
        }
        if (!name.isEmpty() && value != null) {
            kept.put(name, value);
        }
        var asked = block.block().asks();
        explanations.add(new Explanation(
                element,
                asked ? Explanation.Kind.UNDERSTOOD : Explanation.Kind.VALUE,
                asked ? heard : "",
                value,
                List.of()));
    }

    @Override
    public void misunderstood(String element) {
        if (inside) {
            explanations.add(new Explanation(element, Explanation.Kind.NOT_UNDERSTOOD, heard, null, List.of()));
        }
    }

    List<Line> lines() {
        return lines;
    }

    List<String> path() {
        return path;
    }

    List<Explanation> explanations() {
        return explanations;
    }

    Map<String, Object> kept() {
        return kept;
    }

    /** Whether the last element the flow came to is its own. */
    boolean inside() {
        return inside;
    }

    /** The last own element it came to; null when it came to none. */
    @Nullable
    String last() {
        return last;
    }
}
