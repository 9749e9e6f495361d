package com.qliento.ui.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.account.Permission;
import com.qliento.bpmn.FlowFile;
import com.qliento.draft.Draft;
import com.qliento.flow.KnownValues;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.rules.decision.DecisionIds;
import com.qliento.ruleset.CaseRun;
import com.qliento.ruleset.DecisionFinding;
import com.qliento.ruleset.DecisionSheets;
import com.qliento.ui.draft.Company;
import com.qliento.ui.draft.DraftDesk;
import com.qliento.ui.draft.DraftKeeper;
import com.qliento.ui.draft.GoingLive;
import com.qliento.ui.draft.PublishDialog;
import com.qliento.ui.draft.VersionsDialog;
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
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;

/** The board on which a decision is written, tried and published. */
@Route("rules/edit")
@PermitAll
@Needs(Permission.LOOK_ON)
public class RuleEditorView extends Div implements HasUrlParameter<String>, HasDynamicTitle, BeforeLeaveObserver {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final transient TableDesk tables;
    private final transient DraftDesk desk;
    private final transient GoingLive goingLive;
    private final transient SignedIn signedIn;
    private final transient DecisionSheets sheets;
    private final DecisionCanvas canvas = new DecisionCanvas();
    private final DraftKeeper keeper;
    private final TryDecision trying;
    private final transient TableExport files;
    private final H1 name = new H1();
    private String key = "";

    RuleEditorView(TableDesk tables, TryDecisions tries, DecisionSheets sheets, KnownValues values, SignedIn signedIn) {
        this.tables = tables;
        this.desk = tables.desk();
        this.sheets = sheets;
        this.signedIn = signedIn;
        this.keeper = new DraftKeeper(desk, signedIn, canvas, this::saved);
        this.goingLive =
                new GoingLive(desk, signedIn, keeper, place -> {}, (refused, anyway) -> Optional.of(failing(refused)));
        this.files = new TableExport(desk.drafts(), sheets, signedIn, () -> key);
        this.trying = tries.beside(canvas, signedIn);
        addClassNames("q-editor", "q-rule-editor");
        canvas.setSizeFull();
        var body = new Div(canvas, trying);
        body.addClassName("q-editor-body");
        add(bar(), keeper, body, keeper.kept());
        canvas.addChangingListener(change -> keeper.changing());
        canvas.addChangedListener(change -> keeper.save(change.xml()));
        canvas.addAskInputListener(asked -> new AskAbout(canvas, values.all(signedIn.actor(), key)).open());
    }

    private Component bar() {
        var back = new Button(new Icon("arrowLeft"), click -> getUI().ifPresent(ui -> ui.navigate(RulesView.class)));
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        back.setAriaLabel(getTranslation("rules.back"));
        var actions = new Div(
                new Button(getTranslation("rules.try"), new Icon("play"), click -> upToDate(this::turnTrying)),
                new Button(getTranslation("editor.versions"), new Icon("history"), click -> new VersionsDialog(
                                desk, signedIn, key, keeper::show)
                        .open()),
                files.button(signedIn.may(Permission.BUILD) ? () -> upToDate(this::askForSheet) : null));
        if (signedIn.may(Permission.PUBLISH)) {
            var publish = new Button(getTranslation("editor.publish"), click -> goingLive.ask());
            publish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions.add(publish);
        }
        actions.addClassName("q-editor-actions");
        var bar = new Div(back, name, keeper.saved(), new Company(desk, signedIn, keeper), actions);
        bar.addClassName("q-editor-bar");
        return bar;
    }

    /** Puts the sheet's table on the board, with a way back. */
    private void replaced(byte[] dmn) {
        byte[] before = desk.drafts().get(signedIn.actor(), key).content();
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
            var draft = desk.drafts().get(signedIn.actor(), decision);
            canvas.setUp(BoardSetup.table(getLocale(), !signedIn.may(Permission.BUILD)));
            canvas.open(draft.content());
            keeper.opened(draft);
            shown(draft);
        } catch (Problem refused) {
            if (refused.is(ProblemKind.MISSING)) {
                throw new NotFoundException();
            }
            keeper.tell(Refusal.words(this, refused));
        }
    }

    private void saved(Draft draft) {
        shown(draft);
        trying.changed();
    }

    private void shown(Draft draft) {
        name.setText(draft.name());
        byte[] seen = DecisionIds.mended(draft.content()).dmn(); // what is wrong stands beside the cells on the board
        var problems = checked(seen);
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
            return tables.problems(signedIn.actor(), seen, getLocale());
        } catch (Problem busy) {
            keeper.tell(Refusal.words(this, busy));
            return List.of();
        }
    }

    /** What was written a moment ago is saved first: nobody tries something else than they see. */
    private void upToDate(SerializableRunnable then) {
        keeper.upToDate(saved -> {
            if (saved) {
                then.run();
            }
        });
    }

    private void askForSheet() {
        new SheetDialog(sheets, tables, signedIn, key, this::replaced).open();
    }

    private void turnTrying() {
        trying.turn();
    }

    /** What its test cases came to, for the last question before it is published. */
    private PublishDialog.HeldBack failing(Problem refused) {
        List<?> cases = refused.more().get("cases") instanceof List<?> list ? list : List.of();
        var reasons = cases.stream()
                .filter(CaseRun.Played.class::isInstance)
                .map(CaseRun.Played.class::cast)
                .map(played -> played.test().name() + ": "
                        + getTranslation(
                                "rules.test.got",
                                TypedValue.said(played.test().expected(), "–"),
                                TypedValue.said(played.got(), "–")))
                .toList();
        return new PublishDialog.HeldBack(getTranslation("rules.publish.cases", cases.size()), reasons);
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent leaving) {
        keeper.beforeLeave(leaving);
    }

    @Override
    public String getPageTitle() {
        return name.getText() + " · Qliento";
    }
}
