package com.qliento.ui.board;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.bpmn.FlowFile;
import com.qliento.ui.draft.DraftSides.Side;
import com.qliento.ui.shell.BoardSetup;
import com.qliento.ui.shell.Icon;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;

/** What differs between two drawings of a flow, in the whole window; which two can be chosen. */
final class CompareDialog extends Dialog {

    private final transient BoardSetup boards;
    private final CompareBoard board = new CompareBoard();
    private final Select<Side> before = new Select<>();
    private final Select<Side> after = new Select<>();

    /** Shows the first two of these; others can be chosen, when there are. */
    CompareDialog(BoardSetup boards, List<Side> sides, Side first, Side second) {
        this.boards = boards;
        setHeaderTitle(getTranslation("compare.title"));
        setWidth("96vw");
        setHeight("94vh");
        addClassName("q-compare");
        board.setSizeFull();
        add(board);
        choose(before, "compare.left", sides, first);
        choose(after, "compare.right", sides, second);
        if (sides.size() > 2) {
            var choice = new Div(before, after);
            choice.addClassName("q-compare-choice");
            getHeader().add(choice);
        }
        var close = new Button(new Icon("close"), click -> close());
        close.setAriaLabel(getTranslation("editor.close"));
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getHeader().add(close);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                show();
            }
        });
    }

    private void choose(Select<Side> select, String label, List<Side> sides, Side chosen) {
        select.setItems(sides);
        select.setItemLabelGenerator(Side::title);
        select.setAriaLabel(getTranslation(label));
        select.setValue(chosen);
        select.addValueChangeListener(change -> {
            if (isOpened()) {
                show();
            }
        });
    }

    private void show() {
        var setup = new ObjectMapper().createObjectNode();
        setup.set("words", BoardSetup.words(getLocale()));
        setup.set("blocks", boards.blocks(getLocale()));
        setup.putObject("before").put("title", before.getValue().title()).put("xml", text(before));
        setup.putObject("after").put("title", after.getValue().title()).put("xml", text(after));
        board.show(setup.toString());
    }

    private static String text(Select<Side> side) {
        return FlowFile.text(side.getValue().content().get());
    }
}
