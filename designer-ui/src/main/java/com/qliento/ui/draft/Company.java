package com.qliento.ui.draft;

import com.qliento.ui.shell.Pulse;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says who else has the same draft open, and lets a keeper look when one of them saved it. */
public final class Company extends Div {

    private static final int HEARD_SECONDS = 30;

    private final transient DraftDesk desk;
    private final transient SignedIn signedIn;
    private final DraftKeeper keeper;
    private final Span others = new Span();
    private transient DraftWatch.@Nullable Watching watching;

    /** Of what this keeper keeps; begins once it is on the page. */
    public Company(DraftDesk desk, SignedIn signedIn, DraftKeeper keeper) {
        this.desk = desk;
        this.signedIn = signedIn;
        this.keeper = keeper;
        addClassName("q-editor-company");
        others.addClassName("q-editor-others");
        add(others, new Pulse(HEARD_SECONDS, this::here).always());
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var ui = attached.getUI();
        var me = new DraftWatch.Person(signedIn.account(), signedIn.name());
        var what = new DraftWatch.Watched(
                signedIn.membership().organisation(), desk.drafts().kind(), keeper.key());
        watching = desk.watch().watch(what, new DraftWatch.Editor() {
            @Override
            public DraftWatch.Person person() {
                return me;
            }

            @Override
            public void saved() {
                ui.access(keeper::look);
            }

            @Override
            public void together(Supplier<List<DraftWatch.Person>> people) {
                ui.access(() ->
                        show(people.get().stream().map(DraftWatch.Person::name).toList()));
            }
        });
    }

    private void here() {
        if (watching != null) {
            watching.here();
        }
    }

    private void show(List<String> names) {
        others.setVisible(!names.isEmpty());
        others.setText(getTranslation("editor.others", String.join(", ", names)));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (watching != null) {
            watching.remove();
        }
    }
}
