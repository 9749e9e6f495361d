package com.qliento.ui.trigger;

import com.qliento.trigger.HookDelivery;
import com.qliento.ui.list.Column;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of the list of what came to a trigger. */
final class HookLog {

    private static final String STATE = """
            <div class="q-list-words"><span class="q-state ${item.mood}">${item.state}</span>
              ${item.why ? html`<span>${item.why}</span>` : ''}</div>
            """;

    private final Component speaker;
    private final TriggerDesk desk;

    /** @param speaker whose language it has */
    HookLog(Component speaker, TriggerDesk desk) {
        this.speaker = speaker;
        this.desk = desk;
    }

    /**
     * Its columns.
     *
     * @param use takes one as the sample
     * @param replay null for those who only look
     */
    List<Column<HookDelivery>> columns(
            SerializableConsumer<HookDelivery> use, @Nullable SerializableConsumer<HookDelivery> replay) {
        return List.of(
                Column.drawn(
                                speaker.getTranslation("triggers.column.became"),
                                LitRenderer.<HookDelivery>of(STATE)
                                        .withProperty("mood", TriggerWords::mood)
                                        .withProperty("state", one -> TriggerWords.outcome(speaker, one))
                                        .withProperty("why", one -> TriggerWords.why(speaker, one)))
                        .share(5),
                Column.<HookDelivery>time(speaker.getTranslation("triggers.column.when"), this::when)
                        .share(2),
                Column.component("", (HookDelivery delivery) -> (Component) acts(delivery, use, replay))
                        .wide("110px"));
    }

    private When when(HookDelivery delivery) {
        return new When(delivery.at(), desk.clock().instant(), desk.signedIn().zone());
    }

    private Div acts(
            HookDelivery delivery,
            SerializableConsumer<HookDelivery> use,
            @Nullable SerializableConsumer<HookDelivery> replay) {
        var acts = new Div(button("braces", "triggers.use", delivery, use));
        if (replay != null) {
            acts.add(button("rotate", "triggers.replay", delivery, replay));
        }
        acts.addClassName("q-list-deeds");
        return acts;
    }

    private Button button(
            String icon, String words, HookDelivery delivery, SerializableConsumer<HookDelivery> pressed) {
        var button = new Button(new Icon(icon), click -> pressed.accept(delivery));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(speaker.getTranslation(words + ".of", when(delivery).getText()));
        button.setTooltipText(speaker.getTranslation(words));
        return button;
    }
}
