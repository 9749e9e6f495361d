package com.qliento.ui.draft;

import com.qliento.draft.Draft;
import com.qliento.draft.DraftVersion;
import com.qliento.draft.KeptDraft;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableSupplier;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that a draft can be compared with: itself, its versions, earlier drafts. */
public final class DraftSides {

    /**
     * One of the files there are.
     *
     * @param title tells it from the others
     * @param version its number; null for what was never published
     * @param content reads it, when it is shown
     */
    public record Side(String title, @Nullable Integer version, SerializableSupplier<byte[]> content) {

        @Override
        public String toString() {
            return "Side[" + title + "]";
        }
    }

    private final Side draft;
    private final Map<Integer, Side> versions = new LinkedHashMap<>();
    private final Map<UUID, Side> kept = new LinkedHashMap<>();

    private DraftSides(Side draft) {
        this.draft = draft;
    }

    /** Of this draft, for somebody who may see it. */
    static DraftSides of(DraftDesk desk, SignedIn signedIn, Draft draft) {
        var sides = new DraftSides(new Side(say("compare.draft"), null, draft::content));
        for (DraftVersion version : desk.versions().versions(signedIn.actor(), draft.key())) {
            sides.versions.put(
                    version.version(),
                    new Side(say("editor.version", version.version()), version.version(), version::content));
        }
        var drafts = desk.drafts().kept(signedIn.actor(), draft.key());
        var names = desk.authors()
                .names(
                        signedIn.membership().organisation(),
                        drafts.stream().map(KeptDraft::by).distinct().toList());
        var times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(UI.getCurrent().getLocale())
                .withZone(signedIn.zone());
        drafts.forEach(one -> sides.kept.put(
                one.id(),
                new Side(
                        say("compare.kept", names.getOrDefault(one.by(), "?"), times.format(one.at())),
                        null,
                        () -> desk.drafts().contentOf(signedIn.actor(), draft.key(), one.id()))));
        return sides;
    }

    private static String say(String key, Object... values) {
        return UI.getCurrent().getTranslation(key, values);
    }

    List<Side> all() {
        var all = new ArrayList<Side>();
        all.add(draft);
        all.addAll(versions.values());
        all.addAll(kept.values());
        return all;
    }

    Side draft() {
        return draft;
    }

    Optional<Side> version(@Nullable Integer number) {
        return Optional.ofNullable(number).map(versions::get);
    }

    Optional<Side> kept(UUID id) {
        return Optional.ofNullable(kept.get(id));
    }
}
