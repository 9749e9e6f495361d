package com.qliento.ui.tryout;

import com.qliento.problem.Problem;
import com.qliento.tryout.CallAnswer;
import com.qliento.tryout.CaseResult;
import com.qliento.tryout.CaseStep.Kind;
import com.qliento.tryout.FlowCase;
import com.qliento.tryout.FlowCases;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.Sure;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The flow's test cases: run, seen side by side where they fail, renamed, deleted. */
final class TryCases extends Div {

    private final transient FlowCases cases;
    private final transient SignedIn signedIn;
    private final String key;
    private final Runnable saving;
    private final Div list = new Div();
    private final Span summary = new Span();
    private final Button runAll;
    private final transient Map<UUID, CaseResult> results = new HashMap<>();

    TryCases(FlowCases cases, SignedIn signedIn, String key, Runnable saving) {
        this.cases = cases;
        this.signedIn = signedIn;
        this.key = key;
        this.saving = saving;
        addClassNames("q-try-tab", "q-try-cases");
        var actor = signedIn.actor();
        runAll = new Button(
                getTranslation("try.cases.runAll"), new Icon("play"), click -> run(() -> cases.runAll(actor, key)));
        runAll.addThemeVariants(ButtonVariant.LUMO_SMALL);
        runAll.setDisableOnClick(true);
        summary.getElement().setAttribute("role", "status");
        var head = new Div(runAll, save(), summary);
        head.addClassName("q-try-skips");
        add(head, list);
        refresh();
    }

    private Button save() {
        var save = new Button(getTranslation("try.cases.save"), new Icon("plus"), click -> saving.run());
        save.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return save;
    }

    /** Shows them as they are now. */
    void refresh() {
        list.removeAll();
        var all = cases.list(signedIn.actor(), key);
        runAll.setEnabled(!all.isEmpty());
        if (all.isEmpty()) {
            list.add(new Paragraph(getTranslation("try.cases.none")));
        }
        all.forEach(one -> list.add(line(one)));
    }

    private Component line(FlowCase one) {
        var result = results.get(one.id());
        var state = new Icon(result == null ? "circle" : result.passed() ? "check" : "circleAlert");
        var said = new Span(getTranslation(
                result == null ? "try.cases.notRun" : result.passed() ? "try.cases.passed" : "try.cases.failed"));
        said.addClassName("q-try-case-state");
        var head = new Div(state, new Span(one.name()), said, menu(one));
        head.addClassName("q-try-case");
        head.setClassName("q-try-good", result != null && result.passed());
        head.setClassName("q-try-bad", result != null && !result.passed());
        var box = new Div(head);
        if (result != null && !result.passed()) {
            box.add(sideBySide(result));
            if (result.error() == null) {
                box.add(accept(one));
            }
        }
        return box;
    }

    /** Who changed the flow on purpose need not write the case anew. */
    private Component accept(FlowCase one) {
        var actor = signedIn.actor();
        var accept = new Button(
                getTranslation("exp.accept"),
                new Icon("check"),
                click -> run(() -> {
                    cases.accept(actor, key, one.id());
                    return List.of(cases.run(actor, key, one.id()));
                }));
        accept.addThemeVariants(ButtonVariant.LUMO_SMALL);
        accept.addClassName("q-try-accept");
        accept.setDisableOnClick(true);
        accept.setTooltipText(getTranslation("exp.accept.help"));
        return accept;
    }

    private Component menu(FlowCase one) {
        var menu = new MenuBar();
        menu.addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_ICON, MenuBarVariant.LUMO_SMALL);
        var item = menu.addItem(new Icon("ellipsis"));
        item.setAriaLabel(getTranslation("try.cases.menu", one.name()));
        var actor = signedIn.actor();
        item.getSubMenu()
                .addItem(getTranslation("try.cases.run"), click -> run(() -> List.of(cases.run(actor, key, one.id()))));
        item.getSubMenu()
                .addItem(getTranslation("try.cases.rename"), click -> new CaseNameDialog(one.name(), "", name -> {
                            cases.rename(actor, key, one.id(), name);
                            refresh();
                        })
                        .open());
        item.getSubMenu().addItem(getTranslation("try.cases.delete"), click -> delete(one));
        return menu;
    }

    private void delete(FlowCase one) {
        Sure.ends(
                this,
                new Sure.Words(
                        getTranslation("try.cases.delete.title"),
                        getTranslation("try.cases.delete.help", one.name()),
                        getTranslation("try.cases.delete")),
                () -> {
                    cases.delete(signedIn.actor(), key, one.id());
                    refresh();
                });
    }

    private Component sideBySide(CaseResult result) {
        var table = new Div();
        table.addClassName("q-try-sides");
        table.add(cell(getTranslation("try.cases.expected"), "q-try-side-head"));
        table.add(cell(getTranslation("try.cases.actual"), "q-try-side-head"));
        for (var line : result.lines()) {
            if (line.kind() == Kind.ANSWER) {
                table.add(cell("⇄ " + answered(line), line.right() ? "q-try-side-said" : "q-try-side-wrong"));
            } else if (line.kind() != Kind.REPLY) {
                table.add(cell("▸ " + line.expected(), "q-try-side-said"));
            } else {
                var mark = line.right() ? "q-try-right" : "q-try-wrong";
                table.add(cell(line.expected() == null ? getTranslation("try.cases.nothing") : line.expected(), mark));
                table.add(cell(line.actual() == null ? getTranslation("try.cases.nothing") : line.actual(), mark));
            }
        }
        return table;
    }

    /** What another system answers; also that the case has no answer to what the flow asks, or one that nobody asked for. */
    private String answered(CaseResult.Compared line) {
        if (line.expected() == null) {
            return getTranslation("try.cases.unanswered", line.actual());
        }
        var said = CallAnswer.EXITS.contains(line.expected())
                ? getTranslation("try.answered." + line.expected())
                : line.expected();
        return line.right() ? said : getTranslation("try.cases.unasked", said);
    }

    private static Component cell(String text, String style) {
        var cell = new Div(text);
        cell.addClassName(style);
        return cell;
    }

    /** Many take a while: the screen does not wait for them. */
    private void run(Supplier<List<CaseResult>> work) {
        var ui = getUI().orElseThrow();
        summary.setText(getTranslation("try.cases.running"));
        CompletableFuture.supplyAsync(work)
                .whenComplete((ran, failed) -> ui.access(() -> {
                    if (failed == null) {
                        show(ran);
                    } else {
                        complain(failed);
                    }
                    refresh();
                }));
    }

    private void show(List<CaseResult> ran) {
        ran.forEach(result -> results.put(result.id(), result));
        var passed = ran.stream().filter(CaseResult::passed).count();
        summary.setText(getTranslation("try.cases.result", passed, ran.size()));
    }

    private void complain(Throwable failed) {
        summary.setText("");
        var cause = failed.getCause() == null ? failed : failed.getCause();
        Notification.show(
                        cause instanceof Problem problem ? Refusal.words(this, problem) : getTranslation("error.title"),
                        8_000,
                        Notification.Position.BOTTOM_START)
                .addThemeVariants(NotificationVariant.LUMO_ERROR);
    }

    /** Shows results that others got, such as publishing. */
    void takes(List<?> others) {
        show(others.stream()
                .filter(CaseResult.class::isInstance)
                .map(CaseResult.class::cast)
                .toList());
        refresh();
    }
}
