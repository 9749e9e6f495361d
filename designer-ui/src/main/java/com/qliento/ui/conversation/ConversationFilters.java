package com.qliento.ui.conversation;

import com.qliento.transcript.ConversationFilter;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Map;

/** Which conversations to show: by flow, block, state and phone number. */
final class ConversationFilters extends Div {

    private final ComboBox<String> flow = new ComboBox<>();
    private final ComboBox<String> block = new ComboBox<>();
    private final Select<String> state = new Select<>();
    private final TextField phone = new TextField();
    private transient Map<String, String> blocks = Map.of();

    ConversationFilters(FlowNames names, Runnable changed) {
        addClassName("q-conversation-filters");
        phone.setPlaceholder(getTranslation("conversations.phone"));
        phone.setAriaLabel(getTranslation("conversations.phone"));
        phone.setHelperText(getTranslation("conversations.phone.help"));
        phone.setClearButtonVisible(true);
        phone.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        phone.addValueChangeListener(change -> changed.run());
        flow.setPlaceholder(getTranslation("conversations.flow.any"));
        flow.setAriaLabel(getTranslation("conversations.flow"));
        flow.setClearButtonVisible(true);
        flow.setItems(names.keys());
        flow.setItemLabelGenerator(names::flow);
        flow.addValueChangeListener(change -> {
            blocks = change.getValue() == null ? Map.of() : names.liveBlocks(change.getValue());
            block.setItems(blocks.keySet());
            block.setVisible(!blocks.isEmpty());
            changed.run();
        });
        block.setPlaceholder(getTranslation("conversations.block.any"));
        block.setAriaLabel(getTranslation("conversations.block"));
        block.setClearButtonVisible(true);
        block.setVisible(false);
        block.setItemLabelGenerator(id -> blocks.getOrDefault(id, id));
        block.addValueChangeListener(change -> changed.run());
        state.setItems("asking", "busy", "free");
        state.setPlaceholder(getTranslation("conversations.state.any"));
        state.setAriaLabel(getTranslation("conversations.state"));
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(getTranslation("conversations.state.any"));
        state.setItemLabelGenerator(
                value -> getTranslation(value == null ? "conversations.state.any" : "conversations.state." + value));
        state.addValueChangeListener(change -> changed.run());
        add(phone, flow, block, state);
    }

    /** What is chosen. */
    ConversationFilter value() {
        var number = phone.getValue().strip();
        return new ConversationFilter(
                flow.getValue(), null, block.getValue(), state.getValue(), number.isEmpty() ? null : number);
    }
}
