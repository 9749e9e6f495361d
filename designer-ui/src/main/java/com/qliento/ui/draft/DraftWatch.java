package com.qliento.ui.draft;

import com.qliento.account.AccountId;
import com.qliento.draft.DraftSaved;
import com.qliento.draft.DraftsMissed;
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
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the editors that are open on this node what happens to their draft elsewhere, and who else has it open here. On
 * threads of its own: one screen that hangs holds up neither the others nor whoever brings the news.
 */
@Component
public class DraftWatch {

    private static final int THREADS = 4;

    /** A page that was not heard of for so long is gone; open ones are heard twice a minute, unseen ones once. */
    private static final Duration SILENCE = Duration.ofSeconds(150);

    /** What an editor has open: a draft of this kind and key. */
    record Watched(OrganisationId organisation, String kind, String key) {}

    /** Somebody at an editor. */
    record Person(AccountId account, String name) {}

    /** That an editor is told of its draft. */
    interface Watching extends Registration {

        /** Its page is still there; it is told who else is. */
        void here();
    }

    /** An open editor. Called on threads of others. */
    interface Editor {

        /** Who writes there. */
        Person person();

        /** Somebody, perhaps this editor itself, saved the draft, or may have. */
        void saved();

        /** Others came or went; {@code people} gives who else has it open on this node now, each once. */
        void together(Supplier<List<Person>> people);
    }

    /** Once closed it drops what it is given: screens are taken down after it, and leave their drafts then. */
    private final ExecutorService threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
                var thread = new Thread(task, "draft-watch");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());

    private final Map<Watched, List<Editor>> open = new ConcurrentHashMap<>();
    private final Map<Editor, Instant> heard = new ConcurrentHashMap<>();
    private final Set<Editor> waiting = ConcurrentHashMap.newKeySet();
    private final Clock clock;

    DraftWatch(Clock clock) {
        this.clock = clock;
    }

    /** From now on, until it is removed, the editor hears of this draft. */
    Watching watch(Watched draft, Editor editor) {
        heard.put(editor, clock.instant());
        open.compute(draft, (key, editors) -> {
            var now = editors == null ? new CopyOnWriteArrayList<Editor>() : editors;
            now.add(editor);
            return now;
        });
        changed(draft);
        return new Watching() {
            @Override
            public void here() {
                heard.computeIfPresent(editor, (known, before) -> clock.instant());
                threads.execute(() -> tellOf(draft, editor));
            }

            @Override
            public void remove() {
                open.computeIfPresent(draft, (key, editors) -> {
                    editors.remove(editor);
                    return editors.isEmpty() ? null : editors;
                });
                heard.remove(editor);
                changed(draft);
            }
        };
    }

    private void changed(Watched draft) {
        open.getOrDefault(draft, List.of()).forEach(editor -> threads.execute(() -> tellOf(draft, editor)));
    }

    private void tellOf(Watched draft, Editor editor) {
        tell(() -> editor.together(() -> others(draft, editor.person())));
    }

    private List<Person> others(Watched draft, Person me) {
        var since = clock.instant().minus(SILENCE);
        return open.getOrDefault(draft, List.of()).stream()
                .filter(editor -> heard.getOrDefault(editor, Instant.MIN).isAfter(since))
                .map(Editor::person)
                .filter(person -> !person.account().equals(me.account()))
                .distinct()
                .toList();
    }

    @EventListener
    void saved(DraftSaved saved) {
        open.getOrDefault(new Watched(saved.organisation(), saved.kind(), saved.key()), List.of())
                .forEach(this::look);
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
