package com.qliento.ui.flow;

import com.qliento.flow.DraftSaved;
import com.qliento.flow.DraftsMissed;
import com.qliento.organisation.OrganisationId;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the editors that are open on this node what happens to their flow elsewhere, and who else has it open here. On
 * threads of its own: one screen that hangs holds up neither the others nor whoever brings the news.
 */
@Component
class DraftWatch {

    private static final int THREADS = 4;

    /** An open editor. Called on threads of others. */
    interface Editor {

        /** The name of who draws there. */
        String person();

        /** Somebody, perhaps this editor itself, saved the draft, or may have. */
        void saved();

        /** Others came or went; {@code people} gives who has the flow open on this node now, oneself included. */
        void together(Supplier<List<String>> people);
    }

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
        var thread = new Thread(task, "draft-watch");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<DraftSaved, List<Editor>> open = new ConcurrentHashMap<>();
    private final Set<Editor> waiting = ConcurrentHashMap.newKeySet();

    /** From now on, until it is removed, the editor hears of this flow. */
    Registration watch(OrganisationId organisation, String flowKey, Editor editor) {
        var flow = new DraftSaved(organisation, flowKey);
        open.compute(flow, (key, editors) -> {
            var now = editors == null ? new CopyOnWriteArrayList<Editor>() : editors;
            now.add(editor);
            return now;
        });
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
        open.getOrDefault(flow, List.of())
                .forEach(editor -> threads.execute(() -> tell(() -> editor.together(() -> people(flow)))));
    }

    private List<String> people(DraftSaved flow) {
        return open.getOrDefault(flow, List.of()).stream().map(Editor::person).toList();
    }

    @EventListener
    void saved(DraftSaved flow) {
        open.getOrDefault(flow, List.of()).forEach(this::look);
    }

    @EventListener(DraftsMissed.class)
    void missed() {
        open.values().forEach(editors -> editors.forEach(this::look));
    }

    /** Of many news an editor that was not told yet is told once: it looks for itself what there is. */
    private void look(Editor editor) {
        if (waiting.add(editor)) {
            threads.execute(() -> {
                waiting.remove(editor);
                tell(editor::saved);
            });
        }
    }

    private static void tell(Runnable news) {
        try {
            news.run();
        } catch (UIDetachedException gone) {
            // It takes itself from the list.
            return;
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
