package com.qliento.ui.retention;

import com.qliento.account.Permission;
import com.qliento.problem.Problem;
import com.qliento.rest.Slice;
import com.qliento.retention.Kept;
import com.qliento.retention.OwnRetention;
import com.qliento.retention.RetentionRun;
import com.qliento.ui.list.Column;
import com.qliento.ui.list.ListTable;
import com.qliento.ui.list.Rows;
import com.qliento.ui.shell.InNavigation;
import com.qliento.ui.shell.MainLayout;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.Section;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.Sure;
import com.qliento.ui.shell.ViewHead;
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is kept until when and why, how much shorter the organisation wants it, and what the last sweeps did. */
@InNavigation(section = Section.PRIVACY, order = 5, title = "nav.retention", icon = "rotate")
@Route(value = "retention", layout = MainLayout.class)
@PermitAll
@Needs(Permission.LOOK_ON)
public class RetentionView extends Div implements HasDynamicTitle {

    private final transient OwnRetention retention;
    private final transient SignedIn signedIn;
    private final transient Clock clock;
    private final Div kept = new Div();
    private final IntegerField days = new IntegerField();
    private final ListTable<RetentionRun> runs;

    RetentionView(OwnRetention retention, SignedIn signedIn, Clock clock) {
        this.retention = retention;
        this.signedIn = signedIn;
        this.clock = clock;
        addClassNames("q-view", "q-list-view", "q-retention");
        runs = new ListTable<>(
                getTranslation("retention.runs"),
                run -> run.at().toString(),
                columns(),
                filtered -> ListTable.nothing(
                        "rotate", getTranslation("retention.none"), getTranslation("retention.none.help")));
        kept.addClassName("q-card");
        add(new ViewHead(getTranslation("nav.retention"), getTranslation("retention.sentence")), kept);
        if (signedIn.actor().may(Permission.TIGHTEN_POLICIES)) {
            add(wish());
        }
        add(new H2(getTranslation("retention.runs")), runs);
        show();
    }

    private List<Column<RetentionRun>> columns() {
        return List.of(
                Column.time(getTranslation("retention.column.at"), (RetentionRun run) -> when(run.at()))
                        .share(2),
                Column.time(getTranslation("retention.column.until"), (RetentionRun run) -> when(run.until()))
                        .share(2),
                Column.component(getTranslation("retention.column.hours"), (RetentionRun run) ->
                                (Component) new Span(Integer.toString(run.hoursDestroyed())))
                        .share(1),
                Column.component(getTranslation("retention.column.days"), (RetentionRun run) ->
                                (Component) new Span(Integer.toString(run.daysDropped())))
                        .share(1));
    }

    private When when(Instant time) {
        return new When(time, clock.instant(), signedIn.zone());
    }

    private Component wish() {
        days.setLabel(getTranslation("retention.wish"));
        days.setHelperText(getTranslation("retention.wish.help"));
        days.setStepButtonsVisible(true);
        days.setMin(1);
        days.setClearButtonVisible(true);
        var save = new Button(getTranslation("retention.wish.save"), click -> ask(days.getValue()));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var form = new Div(days, save);
        form.addClassName("q-card");
        return form;
    }

    /** A shorter time ends what is there already: asked about before. */
    private void ask(@Nullable Integer wished) {
        var now = retention.get(signedIn.actor(), getLocale()).categories().get(0);
        if (wished == null || wished < 1 || wished >= now.days()) {
            save(wished);
            return;
        }
        Sure.ends(
                this,
                new Sure.Words(
                        getTranslation("retention.sure", wished),
                        getTranslation("retention.sure.help", wished),
                        getTranslation("retention.wish.save")),
                () -> save(wished));
    }

    private void save(@Nullable Integer wished) {
        try {
            retention.set(signedIn.actor(), wished);
            days.setInvalid(false);
            Notification.show(getTranslation("retention.saved"));
            show();
        } catch (Problem refused) {
            days.setErrorMessage(Refusal.words(this, refused));
            days.setInvalid(true);
        }
    }

    private void show() {
        var now = retention.get(signedIn.actor(), getLocale());
        kept.removeAll();
        now.categories().forEach(category -> kept.add(row(category)));
        kept.add(new Paragraph(
                getTranslation("retention.due", now.due().hours(), now.due().days())));
        days.setMax((int) now.categories().get(0).mostDays());
        days.setValue(now.messageDays());
        runs.show(rows(now.runs()), "", false);
    }

    private Component row(Kept.Category category) {
        var why = new Span(getTranslation("retention.why", category.sentence(), category.source()));
        var words =
                new Div(new Span(getTranslation("retention.category." + category.category(), category.days())), why);
        words.addClassName("q-list-words");
        return words;
    }

    private static Rows<RetentionRun> rows(List<RetentionRun> all) {
        return new Rows<>() {
            @Override
            public int count() {
                return all.size();
            }

            @Override
            public List<RetentionRun> slice(Slice slice) {
                return all.stream().skip(slice.offset()).limit(slice.size()).toList();
            }
        };
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.retention") + " · Qliento";
    }
}
