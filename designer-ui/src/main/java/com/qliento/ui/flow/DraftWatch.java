package com.qliento.ui.flow;

import com.qliento.flow.DraftSaved;
import com.qliento.flow.DraftsMissed;
import com.qliento.organisation.OrganisationId;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

    private final ExecutorService threads = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "draft-watch");
        thread.setDaemon(true);
        return thread;
    });
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
        tell(open.getOrDefault(flow, List.of()));
    }

    @EventListener(DraftsMissed.class)
    void missed() {
        open.values().forEach(this::tell);
    }

    /** Not on the thread that listens to the database: a screen that is busy makes who tells it wait. */
    private void tell(List<Editor> editors) {
        editors.forEach(editor -> threads.execute(editor::saved));
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
