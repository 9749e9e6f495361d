package com.qliento.ui.shell;

import com.qliento.problem.Problem;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Map;

/** Says in a form why it was refused: at the field that is meant, else in a line of its own. */
public final class FormRefusal extends Paragraph {

    public FormRefusal() {
        addClassName("q-refusal");
        getElement().setAttribute("role", "alert");
    }

    /** Says nothing any more. */
    public void clear(Map<String, ? extends HasValidation> fields) {
        setText("");
        fields.values().forEach(field -> field.setInvalid(false));
    }

    /**
     * Says it.
     *
     * @param fields by the names that the engine has for them
     */
    public void show(Problem refused, String words, Map<String, ? extends HasValidation> fields) {
        var field = fields.get(String.valueOf(refused.more().get("field")));
        if (field == null) {
            setText(words);
            return;
        }
        field.setErrorMessage(words);
        field.setInvalid(true);
        if (field instanceof Component component && component instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }
}
