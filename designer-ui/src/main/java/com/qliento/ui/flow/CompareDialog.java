package com.qliento.ui.flow;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.flow.FlowFile;
import com.qliento.ui.shell.BoardSetup;
import com.qliento.ui.shell.Icon;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;

/** What differs between two drawings of a flow, in the whole window. */
final class CompareDialog extends Dialog {

    /**
     * One of the two.
     *
     * @param title tells it from the other
     */
    record Side(String title, byte[] bpmn) {

        String xml() {
            return FlowFile.text(bpmn);
        }

        @Override
        public String toString() {
            return "Side[" + title + "]";
        }
    }

    CompareDialog(Side before, Side after) {
        setHeaderTitle(getTranslation("compare.title"));
        setWidth("96vw");
        setHeight("94vh");
        addClassName("q-compare");
        var board = new CompareBoard();
        board.setSizeFull();
        add(board);
        var close = new Button(new Icon("x"), click -> close());
        close.setAriaLabel(getTranslation("editor.close"));
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getHeader().add(close);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                board.show(setup(before, after));
            }
        });
    }

    private String setup(Side before, Side after) {
        var setup = new ObjectMapper()
                .createObjectNode()
                .put("language", getLocale().toLanguageTag());
        setup.set("blocks", BoardSetup.blocks(getLocale()));
        setup.putObject("before").put("title", before.title()).put("xml", before.xml());
        setup.putObject("after").put("title", after.title()).put("xml", after.xml());
        return setup.toString();
    }
}
