package com.qliento.ui.tryout;

import com.qliento.problem.Problem;
import com.qliento.tryout.CaseResult;
import com.qliento.tryout.FlowCases;
import com.qliento.tryout.Persona;
import com.qliento.tryout.TryState;
import com.qliento.tryout.TryState.Status;
import com.qliento.tryout.Tryout;
import com.qliento.tryout.Tryouts;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.tabs.TabSheetVariant;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A phone beside the drawing: one chats with the draft, and sees why it answers as it does. */
public final class TryPanel extends Div {

    private final transient Tryouts tryouts;
    private final transient FlowCases flowCases;
    private final transient SignedIn signedIn;
    private final Board board;
    private final String key;
    private final TryPhone phone;
    private final TryClock clock;
    private final TryCases cases;
    private final Div why = tab();
    private final Div answers = tab();
    private final Div news = new Div();
    private final TabSheet tabs = new TabSheet();
    private final Tab casesTab;
    private Persona persona = Persona.samples().get(0);
    private transient @Nullable Tryout tryout;

    /** The drawing beside the phone. */
    public interface Board extends Serializable {

        /** Shows all of it in the room there is. */
        void zoomToFit();

        /** Moves the token along the path, element by element, and lets it rest at these; with nothing it goes away. */
        void walk(List<String> path, List<String> at);
    }

    TryPanel(Tryouts tryouts, FlowCases flowCases, SignedIn signedIn, Board board, String key) {
        this.tryouts = tryouts;
        this.flowCases = flowCases;
        this.signedIn = signedIn;
        this.board = board;
        this.key = key;
        addClassName("q-try");
        getElement().setAttribute("role", "region").setAttribute("aria-label", getTranslation("editor.try"));
        phone = new TryPhone(this::does, signedIn.zone());
        clock = new TryClock(this::does, signedIn.zone());
        cases = new TryCases(flowCases, signedIn, key, this::saveCase);
        news.addClassName("q-try-news");
        news.getElement().setAttribute("role", "status");
        news.setVisible(false);
        tabs.addThemeVariants(TabSheetVariant.LUMO_TABS_SMALL);
        tabs.add(getTranslation("try.why"), why);
        tabs.add(getTranslation("try.answers"), answers);
        tabs.add(getTranslation("try.clock"), clock);
        tabs.add(getTranslation("try.customer"), new TryCustomer(this::playAs));
        casesTab = tabs.add(getTranslation("try.cases"), cases);
        add(head(), news, phone, tabs);
        setVisible(false);
    }

    private static Div tab() {
        var tab = new Div();
        tab.addClassName("q-try-tab");
        return tab;
    }

    private Component head() {
        var again = icon("rotate", "try.restart");
        again.addClickListener(click -> restart());
        var close = icon("close", "editor.close");
        close.addClickListener(click -> leave());
        var title = new H2(getTranslation("editor.try"));
        var head = new Div(title, again, close);
        head.addClassName("q-try-bar");
        return head;
    }

    private Button icon(String icon, String words) {
        var button = new Button(new Icon(icon));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.setAriaLabel(getTranslation(words));
        button.setTooltipText(getTranslation(words));
        return button;
    }

    /** Shows the phone with the draft as it is saved. */
    public void open() {
        setVisible(true);
        // The phone takes room: what was drawn under it is shown again.
        board.zoomToFit();
        begin();
    }

    private void begin() {
        closeTry();
        news.setVisible(false);
        try {
            var begun = tryouts.open(signedIn.actor(), key, persona);
            tryout = begun;
            show(begun.state());
        } catch (Problem refused) {
            refuse(refused);
        }
    }

    private void refuse(Problem refused) {
        var problems = refused.more().get("problems");
        var words = problems == null ? Refusal.words(this, refused) : getTranslation("try.errors");
        phone.refuse(words, problems instanceof List<?> list ? list : List.of());
        board.walk(List.of(), List.of());
    }

    private void does(TryPhone.Deed deed) {
        var going = tryout;
        if (going == null) {
            begin();
            return;
        }
        try {
            show(deed.apply(going));
        } catch (Problem over) {
            tell(Refusal.words(this, over));
        }
    }

    private void show(TryState state) {
        var going = tryout;
        if (going == null) {
            return;
        }
        phone.show(going, state);
        clock.show(going, state);
        TryWhy.explanations(why, going, state);
        TryWhy.answers(answers, state);
        board.walk(state.path(), state.standsAt());
        if (state.status() == Status.QUIET && state.chat().isEmpty()) {
            news.setVisible(false);
        }
    }

    private void restart() {
        if (tryout == null) {
            begin();
            return;
        }
        try {
            show(tryout.restart());
            news.setVisible(false);
        } catch (Problem failed) {
            // Over by itself, or the draft has errors by now: beginning anew tells which.
            begin();
        }
    }

    private void playAs(Persona other) {
        persona = other;
        begin();
    }

    /** The draft was saved: offers to try it as it is now. */
    public void draftSaved() {
        if (!isVisible()) {
            return;
        }
        if (tryout == null) {
            begin();
        } else if (tryout.outdated()) {
            tell(getTranslation("try.changed"));
        }
    }

    private void tell(String words) {
        var again = new Button(getTranslation("try.again"), click -> restart());
        again.addThemeVariants(ButtonVariant.LUMO_SMALL);
        news.removeAll();
        news.add(new Span(words), again);
        news.setVisible(true);
    }

    private void saveCase() {
        var chat = tryout == null ? null : tryout.state();
        if (chat == null || chat.chat().isEmpty()) {
            Notification.show(getTranslation("try.cases.chatFirst"), 5_000, Notification.Position.BOTTOM_START);
            return;
        }
        new CaseNameDialog("", getTranslation("try.cases.warning"), name -> {
                    flowCases.save(signedIn.actor(), key, name, chat);
                    cases.refresh();
                })
                .open();
    }

    private String failing(List<?> results) {
        var failing = results.stream()
                .filter(result -> result instanceof CaseResult one && !one.passed())
                .map(result -> "“" + ((CaseResult) result).name() + "”")
                .toList();
        return getTranslation("refused.cases-fail", failing.size(), results.size(), String.join(", ", failing));
    }

    /** Says that test cases hold publishing back, shows them, and offers to publish all the same. */
    public void heldBack(Problem refused, Runnable anyway) {
        var results = refused.more().get("cases") instanceof List<?> list ? list : List.of();
        var ask = new ConfirmDialog(
                getTranslation("try.held"), failing(results), getTranslation("try.held.look"), look -> {
                    if (!isVisible()) {
                        open();
                    }
                    cases.takes(results);
                    tabs.setSelectedTab(casesTab);
                });
        ask.setRejectable(true);
        ask.setRejectText(getTranslation("try.held.anyway"));
        ask.setRejectButtonTheme("error tertiary");
        ask.addRejectListener(reject -> anyway.run());
        ask.setCancelable(true);
        ask.setCancelText(getTranslation("editor.cancel"));
        ask.open();
    }

    /** Puts the phone away; what was said in it is gone. */
    public void leave() {
        closeTry();
        board.walk(List.of(), List.of());
        setVisible(false);
    }

    private void closeTry() {
        if (tryout != null) {
            tryout.close();
            tryout = null;
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        closeTry();
        super.onDetach(event);
    }
}
