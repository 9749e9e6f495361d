package com.qliento.ui.board;

import com.qliento.flow.FlowDraft;
import com.qliento.flow.FlowVersion;
import com.qliento.flow.KeptDraft;
import com.qliento.ui.board.CompareDialog.Side;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.UI;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that a flow's drawing can be compared with: the draft, its versions, earlier drafts. */
final class CompareSides {

    private final Side draft;
    private final Map<Integer, Side> versions = new LinkedHashMap<>();
    private final Map<UUID, Side> kept = new LinkedHashMap<>();

    private CompareSides(Side draft) {
        this.draft = draft;
    }

    /** Of the flow of this draft, for somebody who may see it. */
    static CompareSides of(DraftKeeper.Parts parts, SignedIn signedIn, FlowDraft draft) {
        var sides = new CompareSides(new Side(say("compare.draft"), draft::bpmn));
        for (FlowVersion version : parts.publishing().versions(signedIn.actor(), draft.key())) {
            sides.versions.put(version.version(), new Side(say("editor.version", version.version()), version::bpmn));
        }
        var drafts = parts.drafts().kept(signedIn.actor(), draft.key());
        var names = parts.authors()
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
                        () -> parts.drafts().bpmnOf(signedIn.actor(), draft.key(), one.id()))));
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
