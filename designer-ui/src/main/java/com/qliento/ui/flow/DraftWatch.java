package com.qliento.ui.flow;

import com.qliento.flow.DraftSaved;
import com.qliento.organisation.OrganisationId;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the editors that are open on this node what happens to their flow elsewhere, and who else has it open here. On
 * threads of its own: one screen that hangs holds up neither the others nor whoever brings the news.
 */
@Component
class DraftWatch implements DisposableBean {

    private static final int THREADS = 4;
    private static final int IDLE_SECONDS = 30;

    /** An open editor. Called on threads of others. */
    interface Editor {

        /** The name of who draws there. */
        String person();

        /** Somebody, perhaps this editor itself, saved the draft, or may have. */
        void saved();

        /** Others came or went; {@code people} gives who has the flow open on this node now, oneself included. */
        void together(Supplier<List<String>> people);
    }

    private record Flow(OrganisationId organisation, String key) {}

    private final Map<Flow, List<Editor>> open = new ConcurrentHashMap<>();
    private final Set<Editor> waiting = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor threads = threads();

    private static ThreadPoolExecutor threads() {
        var threads =
                new ThreadPoolExecutor(THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        threads.setThreadFactory(work -> {
            var thread = new Thread(work, "draft-watch");
            thread.setDaemon(true);
            return thread;
        });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** From now on, until it is removed, the editor hears of this flow. */
    Registration watch(OrganisationId organisation, String flowKey, Editor editor) {
        var flow = new Flow(organisation, flowKey);
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

    private void changed(Flow flow) {
        threads.execute(() -> {
            open.getOrDefault(flow, List.of()).forEach(editor -> tell(() -> editor.together(() -> people(flow))));
        });
    }

    private List<String> people(Flow flow) {
        return open.getOrDefault(flow, List.of()).stream().map(Editor::person).toList();
    }

    /** Of many news an editor that was not told yet is told once: it looks for itself what there is. */
    @EventListener
    void saved(DraftSaved news) {
        open.forEach((flow, editors) -> {
            if (news.concerns(flow.organisation(), flow.key())) {
                editors.stream().filter(waiting::add).forEach(this::look);
            }
        });
    }

    private void look(Editor editor) {
        threads.execute(() -> {
            waiting.remove(editor);
            tell(editor::saved);
        });
    }

    private static void tell(Runnable news) {
        try {
            news.run();
        } catch (UIDetachedException gone) {
            // It takes itself from the list.
            return;
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
