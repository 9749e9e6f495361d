package com.qliento.ui.board;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.account.Permission;
import com.qliento.bpmn.FlowFile;
import com.qliento.flow.FlowDraft;
import com.qliento.flow.FlowPublishing;
import com.qliento.media.MediaFiles;
import com.qliento.problem.Problem;
import com.qliento.ruleset.LiveDecisions;
import com.qliento.ui.shell.BoardSetup;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.Pulse;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.tryout.TryPanel;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The drawing board with all that belongs to it: saving, problems, publishing, versions, the phone. */
@Route("flows/edit")
@PermitAll
@Needs(Permission.SEE_FLOWS)
public class EditorView extends Div implements HasUrlParameter<String>, HasDynamicTitle, BeforeLeaveObserver {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int HEARD_SECONDS = 30;

    /** The address of the list. */
    private static final String FLOWS = "flows";

    private final transient FlowPublishing publishing;
    private final transient DraftKeeper.Parts parts;
    private final transient MediaFiles files;
    private final transient LiveDecisions decisions;
    private final transient SignedIn signedIn;
    private final LiveLayer live;
    private final FlowCanvas canvas = new FlowCanvas();
    private final KeptDrawing kept = new KeptDrawing(canvas);
    private final DraftKeeper keeper;
    private final transient GoingLive goingLive;
    private final transient DraftWatch watch;
    private final Span others = new Span();
    private transient DraftWatch.@Nullable Watching watching;
    private final Div phone = new Div();
    private final transient TryPanel.Trying trying;
    private @Nullable TryPanel tryPanel;
    private final H1 name = new H1();
    private String key = "";

    /** What stands beside the drawing. */
    @org.springframework.stereotype.Component
    record Beside(MediaFiles files, TryPanel.Trying trying, LiveDecisions decisions) {}

    EditorView(DraftKeeper.Parts parts, DraftWatch watch, Beside beside, SignedIn signedIn, LiveLayer live) {
        this.publishing = parts.publishing();
        this.parts = parts;
        this.watch = watch;
        this.files = beside.files();
        this.decisions = beside.decisions();
        this.trying = beside.trying();
        this.signedIn = signedIn;
        this.keeper = new DraftKeeper(parts, signedIn, canvas, this::saved);
        this.goingLive =
                new GoingLive(parts, signedIn, keeper, canvas, (refused, anyway) -> Objects.requireNonNull(tryPanel)
                        .heldBack(refused, anyway::run));
        this.live = live;
        addClassName("q-editor");
        canvas.setSizeFull();
        phone.addClassName("q-editor-phone");
        var body = new Div(canvas, phone, live);
        body.addClassName("q-editor-body");
        add(bar(), keeper, body, kept, new Pulse(HEARD_SECONDS, this::here).always());
        canvas.addChangingListener(change -> keeper.changing());
        canvas.addChangedListener(change -> keeper.save(change.xml()));
    }

    private Component bar() {
        others.addClassName("q-editor-others");
        var back = new Button(new Icon("arrowLeft"), click -> getUI().ifPresent(ui -> ui.navigate(FLOWS)));
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        back.setAriaLabel(getTranslation("editor.back"));
        var tryIt = new Button(getTranslation("editor.try"), new Icon("smartphone"), click -> turnPhone());
        var versions = new Button(getTranslation("editor.versions"), new Icon("history"), click -> new VersionsDialog(
                        parts, signedIn, key, keeper::show)
                .open());
        var actions = new Div(live.toggle(), versions);
        if (signedIn.may(Permission.EDIT_FLOWS)) {
            actions.addComponentAtIndex(1, tryIt);
        }
        if (signedIn.may(Permission.PUBLISH_FLOWS)) {
            var publish = new Button(getTranslation("editor.publish"), click -> askToPublish());
            publish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions.add(publish);
        }
        actions.addClassName("q-editor-actions");
        var bar = new Div(back, name, keeper.saved(), others, actions);
        bar.addClassName("q-editor-bar");
        return bar;
    }

    @Override
    public void setParameter(BeforeEvent event, String flow) {
        key = flow;
        live.of(flow);
        try {
            var draft = publishing.get(signedIn.actor(), flow);
            name.setText(draft.name());
            var around = new BoardSetup.Around(
                    flow,
                    signedIn.membership().organisation(),
                    publishing.names(signedIn.actor()),
                    decisions.all(signedIn.membership().organisation()));
            canvas.setUp(BoardSetup.json(getLocale(), !signedIn.may(Permission.EDIT_FLOWS), around));
            BoardFiles.connect(canvas, files, signedIn);
            tryPanel = new TryPanel(trying, signedIn, canvas, flow);
            phone.removeAll();
            phone.add(tryPanel);
            canvas.open(FlowFile.text(draft.bpmn()));
            keeper.opened(draft);
            showProblems();
            if (signedIn.may(Permission.EDIT_FLOWS)) {
                kept.watch(signedIn, flow, this::takeOver);
            }
        } catch (Problem unknown) {
            throw new NotFoundException();
        }
    }

    /** What the browser kept for a person who was away too long is drawn again; whoever else saved since is told of. */
    private void takeOver(String xml) {
        canvas.open(xml);
        keeper.save(xml);
    }

    private void saved(FlowDraft draft) {
        kept.saved();
        name.setText(draft.name());
        showProblems();
        if (tryPanel != null) {
            tryPanel.draftSaved();
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var ui = attached.getUI();
        var me = new DraftWatch.Person(signedIn.account(), signedIn.name());
        watching = watch.watch(signedIn.membership().organisation(), key, new DraftWatch.Editor() {
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
                ui.access(() -> showOthers(
                        people.get().stream().map(DraftWatch.Person::name).toList()));
            }
        });
    }

    private void here() {
        if (watching != null) {
            watching.here();
        }
    }

    private void showOthers(List<String> names) {
        others.setVisible(!names.isEmpty());
        others.setText(getTranslation("editor.others", String.join(", ", names)));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (watching != null) {
            watching.remove();
        }
    }

    /** What was drawn a moment ago is saved before the view is left; if it can't be, its person decides. */
    @Override
    public void beforeLeave(BeforeLeaveEvent leaving) {
        if (!keeper.dirty() || !signedIn.may(Permission.EDIT_FLOWS)) {
            return;
        }
        var going = leaving.postpone();
        canvas.file(xml -> {
            if (keeper.save(xml)) {
                going.proceed();
            } else if (keeper.undecided()) {
                askToLeave(going);
            } else {
                going.cancel();
            }
        });
    }

    private void askToLeave(BeforeLeaveEvent.ContinueNavigationAction going) {
        var ask = new ConfirmDialog(
                getTranslation("editor.leave.title"),
                getTranslation("editor.leave.help"),
                getTranslation("editor.leave.keep"),
                confirmed -> keeper.leave(() -> {
                    kept.saved();
                    going.proceed();
                }));
        ask.setCancelable(true);
        ask.setCancelText(getTranslation("editor.leave.stay"));
        ask.addCancelListener(cancelled -> going.cancel());
        ask.open();
    }

    private void showProblems() {
        try {
            var problems = publishing.check(signedIn.actor(), key, getLocale());
            canvas.setProblems(JSON.writeValueAsString(problems));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What was drawn a moment ago is saved first: nobody tries something else than they see. */
    private void turnPhone() {
        var panel = Objects.requireNonNull(tryPanel);
        if (panel.isVisible()) {
            panel.leave();
        } else if (keeper.dirty()) {
            canvas.file(xml -> {
                keeper.save(xml);
                panel.open();
            });
        } else {
            panel.open();
        }
    }

    /** What was drawn a moment ago is saved first: nobody publishes something else than they see. */
    private void askToPublish() {
        if (signedIn.may(Permission.EDIT_FLOWS) && keeper.dirty()) {
            canvas.file(xml -> {
                if (keeper.save(xml) || keeper.undecided()) {
                    goingLive.ask();
                }
            });
        } else {
            goingLive.ask();
        }
    }

    @Override
    public String getPageTitle() {
        return name.getText() + " · Qliento";
    }
}
