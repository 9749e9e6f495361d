package com.qliento.ui.board;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.account.Permission;
import com.qliento.draft.Draft;
import com.qliento.problem.Problem;
import com.qliento.ui.draft.Company;
import com.qliento.ui.draft.DraftDesk;
import com.qliento.ui.draft.DraftKeeper;
import com.qliento.ui.draft.GoingLive;
import com.qliento.ui.draft.VersionsDialog;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.tryout.TryPanel;
import com.qliento.ui.tryout.TryPanels;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The drawing board with all that belongs to it: saving, problems, publishing, versions, the phone. */
@Route("flows/edit")
@PermitAll
@Needs(Permission.LOOK_ON)
public class EditorView extends Div implements HasUrlParameter<String>, HasDynamicTitle, BeforeLeaveObserver {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The address of the list. */
    private static final String FLOWS = "flows";

    private final transient FlowDesk flows;
    private final transient DraftDesk desk;
    private final transient CanvasParts parts;
    private final transient TryPanels phones;
    private final transient SignedIn signedIn;
    private final LiveLayer live;
    private final FlowCanvas canvas = new FlowCanvas();
    private final DraftKeeper keeper;
    private final transient GoingLive goingLive;
    private final Div phone = new Div();
    private @Nullable TryPanel tryPanel;
    private final H1 name = new H1();
    private String key = "";

    EditorView(FlowDesk flows, CanvasParts parts, TryPanels phones, SignedIn signedIn, LiveLayer live) {
        this.flows = flows;
        this.desk = flows.desk();
        this.parts = parts;
        this.phones = phones;
        this.signedIn = signedIn;
        this.keeper = new DraftKeeper(desk, signedIn, canvas, this::saved);
        this.goingLive = new GoingLive(desk, signedIn, keeper, canvas::select, (refused, anyway) -> {
            Objects.requireNonNull(tryPanel).heldBack(refused, anyway);
            return Optional.empty();
        });
        this.live = live;
        addClassName("q-editor");
        canvas.setSizeFull();
        phone.addClassName("q-editor-phone");
        var body = new Div(canvas, phone, live);
        body.addClassName("q-editor-body");
        add(bar(), keeper, body, keeper.kept());
        canvas.addChangingListener(change -> keeper.changing());
        canvas.addChangedListener(change -> keeper.save(change.xml()));
        canvas.addHostWishedListener(wish -> {
            parts.hosts().take(wish.host(), signedIn, wish.getSource().getUI().orElseThrow());
            showProblems(desk.drafts().get(signedIn.actor(), key));
        });
    }

    private Component bar() {
        var back = new Button(new Icon("arrowLeft"), click -> getUI().ifPresent(ui -> ui.navigate(FLOWS)));
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        back.setAriaLabel(getTranslation("editor.back"));
        var tryIt = new Button(getTranslation("editor.try"), new Icon("smartphone"), click -> turnPhone());
        var versions = new Button(getTranslation("editor.versions"), new Icon("history"), click -> new VersionsDialog(
                        desk, signedIn, key, keeper::show)
                .open());
        var actions = new Div(live.toggle(), versions);
        if (signedIn.may(Permission.BUILD)) {
            actions.addComponentAtIndex(1, tryIt);
        }
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

    @Override
    public void setParameter(BeforeEvent event, String flow) {
        key = flow;
        live.of(flow);
        try {
            var draft = desk.drafts().get(signedIn.actor(), flow);
            name.setText(draft.name());
            parts.setup().tell(canvas, flow, signedIn, getLocale());
            BoardRequests.connect(canvas, parts.tests(), signedIn, getLocale());
            tryPanel = phones.beside(canvas, signedIn, flow);
            phone.removeAll();
            phone.add(tryPanel);
            canvas.open(draft.content());
            keeper.opened(draft);
            showProblems(draft);
        } catch (Problem unknown) {
            throw new NotFoundException();
        }
    }

    private void saved(Draft draft) {
        name.setText(draft.name());
        showProblems(draft);
        if (tryPanel != null) {
            tryPanel.draftSaved();
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent leaving) {
        keeper.beforeLeave(leaving);
    }

    private void showProblems(Draft draft) {
        try {
            var problems = flows.problems(signedIn.actor(), draft, getLocale());
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
        } else {
            keeper.upToDate(saved -> panel.open());
        }
    }

    @Override
    public String getPageTitle() {
        return name.getText() + " · Qliento";
    }
}
