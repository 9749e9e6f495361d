package com.qliento.ui.conversation;

import com.qliento.transcript.ConversationFilter;
import com.qliento.ui.list.ListAddress;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableBiConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import java.util.Map;

/** Which conversations to show: by flow, block and state, as the address says, and by phone number, which it does not. */
final class ConversationFilters extends Div {

    private static final String FLOW = "flow";
    private static final String BLOCK = "block";
    private static final String STATE = "state";
    private static final List<String> STATES = List.of("asking", "busy", "calling", "free");

    private final transient FlowNames names;
    private final ComboBox<String> flow = new ComboBox<>();
    private final ComboBox<String> block = new ComboBox<>();
    private final Select<String> state = new Select<>();
    private final TextField phone = new TextField();
    private transient Map<String, String> blocks = Map.of();

    /**
     * @param chosen a name of the address, and what it is to say; null for nothing
     * @param phoned another number is asked for
     */
    ConversationFilters(FlowNames names, SerializableBiConsumer<String, String> chosen, SerializableRunnable phoned) {
        this.names = names;
        addClassName("q-conversation-filters");
        phone.setPlaceholder(getTranslation("conversations.phone"));
        phone.setAriaLabel(getTranslation("conversations.phone"));
        phone.setHelperText(getTranslation("conversations.phone.help"));
        phone.setClearButtonVisible(true);
        phone.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        phone.addValueChangeListener(change -> phoned.run());
        flow.setItems(names.keys());
        flow.setItemLabelGenerator(names::flow);
        choice(flow, FLOW, chosen);
        block.setItemLabelGenerator(id -> blocks.getOrDefault(id, id));
        choice(block, BLOCK, chosen);
        state.setItems(STATES);
        state.setPlaceholder(getTranslation("conversations.state.any"));
        state.setAriaLabel(getTranslation("conversations.state"));
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(getTranslation("conversations.state.any"));
        state.setItemLabelGenerator(
                value -> getTranslation(value == null ? "conversations.state.any" : "conversations.state." + value));
        state.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(STATE, change.getValue());
            }
        });
        add(phone, flow, block, state);
    }

    private void choice(ComboBox<String> choice, String name, SerializableBiConsumer<String, String> chosen) {
        choice.setPlaceholder(getTranslation("conversations." + name + ".any"));
        choice.setAriaLabel(getTranslation("conversations." + name));
        choice.setClearButtonVisible(true);
        choice.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(name, change.getValue());
            }
        });
    }

    /** What an address can say of it: flows and blocks there are. */
    static ListAddress address(FlowNames names) {
        return new ListAddress()
                .one(FLOW, names.keys())
                .one(
                        BLOCK,
                        (id, before) -> before.containsKey(FLOW)
                                && names.liveBlocks(before.get(FLOW)).containsKey(id))
                .one(STATE, STATES);
    }

    /** Shows what the address says. */
    void show(Map<String, String> said) {
        var key = said.get(FLOW);
        if (key == null || !key.equals(flow.getValue())) {
            blocks = key == null ? Map.of() : names.liveBlocks(key);
            block.setItems(blocks.keySet());
        }
        block.setVisible(!blocks.isEmpty());
        flow.setValue(key);
        block.setValue(said.get(BLOCK));
        state.setValue(said.get(STATE));
    }

    /** What is chosen: what the address says, and the number. */
    ConversationFilter value(Map<String, String> said) {
        var number = phone.getValue().strip();
        return new ConversationFilter(
                said.get(FLOW), null, said.get(BLOCK), said.get(STATE), number.isEmpty() ? null : number);
    }
}
