package com.qliento.ui.board;

import com.qliento.account.AccountId;
import com.qliento.flow.DraftSaved;
import com.qliento.flow.DraftsMissed;
import com.qliento.organisation.OrganisationId;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    /** A page that was not heard of for so long is gone; open ones are heard twice a minute, unseen ones once. */
    private static final Duration SILENCE = Duration.ofSeconds(150);

    /** Somebody at an editor. */
    record Person(AccountId account, String name) {}

    /** That an editor is told of its flow. */
    interface Watching extends Registration {

        /** Its page is still there; it is told who else is. */
        void here();
    }

    /** An open editor. Called on threads of others. */
    interface Editor {

        /** Who draws there. */
        Person person();

        /** Somebody, perhaps this editor itself, saved the draft, or may have. */
        void saved();

        /** Others came or went; {@code people} gives who else has the flow open on this node now, each once. */
        void together(Supplier<List<Person>> people);
    }

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
        var thread = new Thread(task, "draft-watch");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<DraftSaved, List<Editor>> open = new ConcurrentHashMap<>();
    private final Map<Editor, Instant> heard = new ConcurrentHashMap<>();
    private final Set<Editor> waiting = ConcurrentHashMap.newKeySet();
    private final Clock clock;

    DraftWatch(Clock clock) {
        this.clock = clock;
    }

    /** From now on, until it is removed, the editor hears of this flow. */
    Watching watch(OrganisationId organisation, String flowKey, Editor editor) {
        var flow = new DraftSaved(organisation, flowKey);
        heard.put(editor, clock.instant());
        open.compute(flow, (key, editors) -> {
            var now = editors == null ? new CopyOnWriteArrayList<Editor>() : editors;
            now.add(editor);
            return now;
        });
        changed(flow);
        return new Watching() {
            @Override
            public void here() {
                heard.computeIfPresent(editor, (known, before) -> clock.instant());
                threads.execute(() -> tellOf(flow, editor));
            }

            @Override
            public void remove() {
                open.computeIfPresent(flow, (key, editors) -> {
                    editors.remove(editor);
                    return editors.isEmpty() ? null : editors;
                });
                heard.remove(editor);
                changed(flow);
            }
        };
    }

    private void changed(DraftSaved flow) {
        open.getOrDefault(flow, List.of()).forEach(editor -> threads.execute(() -> tellOf(flow, editor)));
    }

    private void tellOf(DraftSaved flow, Editor editor) {
        tell(() -> editor.together(() -> others(flow, editor.person())));
    }

    private List<Person> others(DraftSaved flow, Person me) {
        var since = clock.instant().minus(SILENCE);
        return open.getOrDefault(flow, List.of()).stream()
                .filter(editor -> heard.getOrDefault(editor, Instant.MIN).isAfter(since))
                .map(Editor::person)
                .filter(person -> !person.account().equals(me.account()))
                .distinct()
                .toList();
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
