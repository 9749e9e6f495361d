package com.qliento.ui.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.account.Permission;
import com.qliento.bpmn.FlowFile;
import com.qliento.flow.KnownValues;
import com.qliento.problem.Problem;
import com.qliento.rules.decision.DecisionIds;
import com.qliento.ruleset.DecisionAuthoring;
import com.qliento.ruleset.DecisionCases;
import com.qliento.ruleset.DecisionDiff;
import com.qliento.ruleset.DecisionDraft;
import com.qliento.ruleset.DecisionFinding;
import com.qliento.ruleset.DecisionPublishing;
import com.qliento.ruleset.DecisionRerun;
import com.qliento.ruleset.DecisionSheets;
import com.qliento.ruleset.DecisionTrial;
import com.qliento.ui.shell.BoardSetup;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;

/** The board on which a decision is written, tried and published. */
@Route("rules/edit")
@PermitAll
@Needs(Permission.SEE_FLOWS)
public class RuleEditorView extends Div implements HasUrlParameter<String>, HasDynamicTitle, BeforeLeaveObserver {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final transient DecisionAuthoring decisions;
    private final transient SignedIn signedIn;
    private final transient Clock clock;
    private final transient Parts parts;
    private final DecisionCanvas canvas = new DecisionCanvas();
    private final DecisionKeeper keeper;
    private final TryDecision trying;
    private final transient TableExport files;
    private final H1 name = new H1();
    private transient List<DecisionFinding> problems = List.of();
    private String key = "";

    /** What a decision is made of, tried and compared with. */
    @org.springframework.stereotype.Component
    record Parts(
            DecisionTrial trial,
            DecisionCases cases,
            DecisionDiff diff,
            DecisionRerun rerun,
            DecisionSheets sheets,
            DecisionPublishing publishing,
            KnownValues values) {}

    RuleEditorView(DecisionAuthoring decisions, Parts parts, SignedIn signedIn, Clock clock) {
        this.parts = parts;
        this.decisions = decisions;
        this.signedIn = signedIn;
        this.clock = clock;
        this.keeper = new DecisionKeeper(decisions, signedIn, canvas, this::saved);
        this.files = new TableExport(decisions, parts.sheets(), signedIn, () -> key);
        this.trying = new TryDecision(parts, signedIn, clock, canvas);
        addClassNames("q-editor", "q-rule-editor");
        canvas.setSizeFull();
        var body = new Div(canvas, trying);
        body.addClassName("q-editor-body");
        add(bar(), keeper, body);
        canvas.addChangingListener(change -> keeper.changing());
        canvas.addChangedListener(change -> keeper.save(change.xml()));
        canvas.addAskInputListener(asked -> new AskAbout(canvas, parts.values().all(signedIn.actor(), key)).open());
    }

    private Component bar() {
        var back = new Button(new Icon("arrowLeft"), click -> getUI().ifPresent(ui -> ui.navigate(RulesView.class)));
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        back.setAriaLabel(getTranslation("rules.back"));
        var actions = new Div(
                new Button(getTranslation("rules.try"), new Icon("play"), click -> upToDate(this::turnTrying)),
                new Button(getTranslation("editor.versions"), new Icon("history"), click -> new DecisionVersions(
                                decisions, parts.diff(), signedIn, clock, key)
                        .open()),
                files.button(signedIn.may(Permission.EDIT_FLOWS) ? () -> upToDate(this::askForSheet) : null));
        if (signedIn.may(Permission.PUBLISH_FLOWS)) {
            var publish = new Button(getTranslation("editor.publish"), click -> upToDate(this::askToPublish));
            publish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions.add(publish);
        }
        actions.addClassName("q-editor-actions");
        var bar = new Div(back, name, keeper.saved(), actions);
        bar.addClassName("q-editor-bar");
        return bar;
    }

    /** Puts the sheet's table on the board, with a way back. */
    private void replaced(byte[] dmn) {
        byte[] before = decisions.get(signedIn.actor(), key).dmn();
        put(dmn);
        var told = new Notification();
        told.add(
                new Span(getTranslation("rules.sheet.taken")), new Button(getTranslation("rules.sheet.undo"), click -> {
                    told.close();
                    put(before);
                }));
        told.setDuration(20_000);
        told.open();
    }

    private void put(byte[] dmn) {
        var xml = FlowFile.text(dmn);
        if (keeper.save(xml)) {
            canvas.open(dmn);
        }
    }

    @Override
    public void setParameter(BeforeEvent event, String decision) {
        key = decision;
        try {
            var draft = decisions.get(signedIn.actor(), decision);
            canvas.setUp(BoardSetup.table(getLocale(), !signedIn.may(Permission.EDIT_FLOWS)));
            canvas.open(draft.dmn());
            keeper.opened(draft);
            shown(draft);
        } catch (Problem refused) {
            if (refused.status() == HttpStatus.NOT_FOUND) {
                throw new NotFoundException();
            }
            keeper.tell(Refusal.words(this, refused));
        }
    }

    private void saved(DecisionDraft draft) {
        shown(draft);
        trying.changed();
    }

    private void shown(DecisionDraft draft) {
        name.setText(draft.name());
        byte[] seen = DecisionIds.mended(draft.dmn()).dmn(); // what is wrong stands beside the cells on the board
        problems = checked(seen);
        trying.of(draft.key(), seen);
        trying.problems(problems);
        files.changed();
        try {
            canvas.setProblems(JSON.writeValueAsString(problems));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What is saved is saved and shown, checked or not: publishing checks it again. */
    private List<DecisionFinding> checked(byte[] seen) {
        try {
            return decisions.check(signedIn.actor(), seen, getLocale());
        } catch (Problem busy) {
            keeper.tell(Refusal.words(this, busy));
            return List.of();
        }
    }

    /** What was written a moment ago is saved first: nobody tries or publishes something else than they see. */
    private void upToDate(Runnable then) {
        if (!signedIn.may(Permission.EDIT_FLOWS) || !keeper.dirty()) {
            then.run();
            return;
        }
        canvas.file(xml -> {
            if (keeper.save(xml)) {
                then.run();
            }
        });
    }

    private void askForSheet() {
        new SheetDialog(parts.sheets(), decisions, signedIn, key, this::replaced).open();
    }

    private void turnTrying() {
        trying.turn();
    }

    private void askToPublish() {
        new PublishDecision(parts.publishing(), signedIn, key, problems).open();
    }

    /** What was written a moment ago is saved before the view is left. */
    @Override
    public void beforeLeave(BeforeLeaveEvent leaving) {
        if (keeper.dirty() && signedIn.may(Permission.EDIT_FLOWS)) {
            var going = leaving.postpone();
            canvas.file(xml -> {
                if (keeper.save(xml)) {
                    going.proceed();
                } else {
                    going.cancel();
                }
            });
        }
    }

    @Override
    public String getPageTitle() {
        return name.getText() + " · Qliento";
    }
}
