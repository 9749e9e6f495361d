package com.qliento.ui.tryout;

import com.qliento.problem.Problem;
import com.qliento.tryout.CallAnswer;
import com.qliento.tryout.Line;
import com.qliento.tryout.TryState;
import com.qliento.ui.shell.Refusal;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What another system answers while a flow that is tried waits for it: proposed, edited, or one of the ways it can fail. */
final class TryCall extends Div {

    private final transient Consumer<TryPhone.Deed> does;
    private final Span title = new Span();
    private final TextArea body = new TextArea();
    private transient Line.@Nullable Asked shown;

    TryCall(Consumer<TryPhone.Deed> does) {
        this.does = does;
        addClassName("q-try-call");
        title.addClassName("q-try-call-title");
        title.getElement().setAttribute("role", "status");
        body.setWidthFull();
        body.setMaxRows(8);
        body.setAriaLabel(getTranslation("try.call.body"));
        body.addValueChangeListener(change -> body.setInvalid(false));
        var answer = new Button(getTranslation("try.call.answer"), click -> answer());
        answer.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        var ways = new Div(answer);
        ways.addClassName("q-try-skips");
        CallAnswer.EXITS.forEach(exit -> ways.add(way(exit)));
        add(title, body, ways);
        setVisible(false);
    }

    private Button way(String exit) {
        var way = new Button(
                getTranslation("try.call.exit." + exit),
                click -> does.accept(one -> one.answer(CallAnswer.fails(exit))));
        way.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return way;
    }

    private void answer() {
        try {
            var answer = CallAnswer.json(body.getValue());
            does.accept(one -> one.answer(answer));
        } catch (Problem noJson) {
            body.setErrorMessage(Refusal.words(this, noJson));
            body.setInvalid(true);
        }
    }

    /** Asks for the answer to what the flow waits for now; hidden when it waits for no other system. */
    void show(TryState state) {
        var call = open(state);
        setVisible(call != null);
        if (call != null && !call.equals(shown)) {
            title.setText(getTranslation("try.call.title", call.target()));
            body.setValue(call.call().answer().toPrettyString());
            body.setInvalid(false);
        }
        shown = call;
    }

    private static Line.@Nullable Asked open(TryState state) {
        Line.Asked last = null;
        if (state.status() == TryState.Status.CALLING) {
            for (var line : state.chat()) {
                last = line instanceof Line.Asked asked ? asked : last;
            }
        }
        return last;
    }
}
