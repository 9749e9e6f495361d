package com.qliento.ui.flow;

import com.qliento.flow.FlowFigures;
import com.qliento.flow.ShelvedFlow;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableFunction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Flows as cards, some at once: each draws a picture and is checked. */
final class FlowCards extends Div {

    private static final int PAGE = 24;

    private final transient FlowFaces faces;
    private final transient SignedIn signedIn;
    private final SerializableFunction<ShelvedFlow, FlowCard> card;
    private final Map<String, FlowCard> cards = new HashMap<>();
    private transient @Nullable Map<String, FlowFigures.Use> use;

    FlowCards(FlowFaces faces, SignedIn signedIn, SerializableFunction<ShelvedFlow, FlowCard> card) {
        this.faces = faces;
        this.signedIn = signedIn;
        this.card = card;
        addClassName("q-flow-grid");
    }

    /** Shows the first of these. */
    void show(List<ShelvedFlow> flows) {
        show(flows, PAGE);
    }

    private void show(List<ShelvedFlow> flows, int most) {
        removeAll();
        cards.clear();
        var now = flows.stream().limit(most).toList();
        now.forEach(flow -> {
            var drawn = card.apply(flow);
            cards.put(flow.key(), drawn);
            add(drawn);
        });
        FlowFaces.later(
                faces.of(signedIn.actor(), now),
                known -> known.forEach((key, face) -> {
                    var drawn = cards.get(key);
                    if (drawn != null) {
                        drawn.show(face);
                    }
                }));
        if (use != null) {
            show(use);
        }
        if (flows.size() > most) {
            var more = new Button(getTranslation("flows.more", flows.size() - most), click -> show(flows, most + PAGE));
            more.addClassName("q-flow-more");
            add(more);
        }
    }

    /** Shows how many conversations each has. */
    void show(Map<String, FlowFigures.Use> figures) {
        use = figures;
        cards.forEach((key, drawn) -> drawn.show(figures.getOrDefault(key, FlowFigures.Use.NONE)));
    }
}
