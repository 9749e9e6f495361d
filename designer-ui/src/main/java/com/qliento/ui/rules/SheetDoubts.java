package com.qliento.ui.rules;

import com.qliento.rules.sheet.ColumnReading;
import com.qliento.rules.sheet.SheetModel;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a sheet does not say, with a press for each thing it may mean. Nothing is taken before every one is pressed. */
final class SheetDoubts extends Div {

    private final Map<String, ColumnReading> said = new HashMap<>();
    private final SerializableRunnable again;

    /** @param again reads the sheet anew, after a press */
    SheetDoubts(SerializableRunnable again) {
        this.again = again;
        addClassName("q-sheet-doubts");
    }

    /** What was pressed, by the letter of its column. */
    Map<String, ColumnReading> said() {
        return Map.copyOf(said);
    }

    /** Another sheet: nothing is said about it yet. */
    void forget() {
        said.clear();
        removeAll();
    }

    /** Whether nothing is left to press. */
    boolean show(List<SheetModel.Doubt> doubts) {
        removeAll();
        if (!doubts.isEmpty()) {
            add(new Paragraph(getTranslation("rules.sheet.doubts")));
        }
        doubts.forEach(this::show);
        return doubts.stream().allMatch(doubt -> doubt.readings().isEmpty() || said.containsKey(doubt.column()));
    }

    private void show(SheetModel.Doubt doubt) {
        var words = new Paragraph(doubt.message(getLocale()));
        var line = new Div(words);
        line.getElement().setAttribute("role", "group");
        line.getElement().setAttribute("aria-label", words.getText());
        for (ColumnReading reading : doubt.readings()) {
            var press = new Button(getTranslation("rules.sheet.as." + reading.key()), click -> {
                said.put(doubt.column(), reading);
                again.run();
            });
            boolean pressed = said.get(doubt.column()) == reading;
            press.addThemeVariants(pressed ? ButtonVariant.LUMO_PRIMARY : ButtonVariant.LUMO_SMALL);
            press.getElement().setAttribute("aria-pressed", String.valueOf(pressed));
            line.add(press);
        }
        add(line);
    }
}
