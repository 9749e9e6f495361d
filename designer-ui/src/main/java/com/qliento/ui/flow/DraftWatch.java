package com.qliento.ui.flow;

import com.qliento.flow.DraftSaved;
import com.qliento.organisation.OrganisationId;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the editors that are open on this node what happens to their flow elsewhere, and who else has it open here. */
@Component
class DraftWatch {

    /** An open editor. Called on threads of others. */
    interface Editor {

        /** The name of who draws there. */
        String person();

        /** Somebody, perhaps this editor itself, saved the draft. */
        void saved();

        /** Who has the flow open on this node, oneself included. */
        void together(List<String> people);
    }

    private final Map<DraftSaved, List<Editor>> open = new ConcurrentHashMap<>();

    /** From now on, until it is removed, the editor hears of this flow. */
    Registration watch(OrganisationId organisation, String flowKey, Editor editor) {
        var flow = new DraftSaved(organisation, flowKey);
        open.computeIfAbsent(flow, first -> new CopyOnWriteArrayList<>()).add(editor);
        changed(flow);
        return () -> {
            open.computeIfPresent(flow, (key, editors) -> {
                editors.remove(editor);
                return editors.isEmpty() ? null : editors;
            });
            changed(flow);
        };
    }

    private void changed(DraftSaved flow) {
        var editors = open.getOrDefault(flow, List.of());
        var people = editors.stream().map(Editor::person).toList();
        editors.forEach(editor -> editor.together(people));
    }

    @EventListener
    void saved(DraftSaved flow) {
        open.getOrDefault(flow, List.of()).forEach(Editor::saved);
    }
}
