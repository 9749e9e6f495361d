package com.qliento.ui.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.account.Permission;
import com.qliento.flow.FlowPublishing;
import com.qliento.problem.Problem;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The drawing board with all that belongs to it: saving, problems, publishing, versions, the phone. */
@Route("flows/edit")
@PermitAll
@Needs(Permission.SEE_FLOWS)
public class EditorView extends Div implements HasUrlParameter<String>, HasDynamicTitle {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final transient FlowPublishing publishing;
    private final transient SignedIn signedIn;
    private final FlowCanvas canvas = new FlowCanvas();
    private final KeptDrawing kept = new KeptDrawing(canvas);
    private final Span saved = new Span();
    private final Div phone = new Div();
    private final H1 name = new H1();
    private String key = "";

    EditorView(FlowPublishing publishing, SignedIn signedIn) {
        this.publishing = publishing;
        this.signedIn = signedIn;
        addClassName("q-editor");
        canvas.setSizeFull();
        phone.addClassName("q-editor-phone");
        phone.setVisible(false);
        var body = new Div(canvas, phone);
        body.addClassName("q-editor-body");
        add(bar(), body, kept);
        canvas.addChangingListener(change -> saved.setText(getTranslation("editor.saving")));
        canvas.addChangedListener(change -> save(change.xml()));
    }

    private Component bar() {
        saved.addClassName("q-editor-saved");
        saved.getElement().setAttribute("role", "status");
        var back = new Button(new Icon("arrowLeft"), click -> getUI().ifPresent(ui -> ui.navigate(FlowsView.class)));
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        back.setAriaLabel(getTranslation("editor.back"));
        var tryIt = new Button(getTranslation("editor.try"), new Icon("smartphone"), click -> turnPhone());
        var versions = new Button(getTranslation("editor.versions"), new Icon("history"), click -> new VersionsDialog(
                        publishing, signedIn, key)
                .open());
        var actions = new Div(
                tool("undo", "editor.undo", canvas::undo),
                tool("redo", "editor.redo", canvas::redo),
                tool("fit", "editor.fit", canvas::zoomToFit),
                tryIt,
                versions);
        if (signedIn.may(Permission.PUBLISH_FLOWS)) {
            var publish = new Button(getTranslation("editor.publish"), click -> publishWhatIsDrawn());
            publish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions.add(publish);
        }
        actions.addClassName("q-editor-actions");
        var bar = new Div(back, name, saved, actions);
        bar.addClassName("q-editor-bar");
        return bar;
    }

    private Button tool(String icon, String words, Runnable action) {
        var button = new Button(new Icon(icon), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.setAriaLabel(getTranslation(words));
        button.setTooltipText(getTranslation(words));
        return button;
    }

    @Override
    public void setParameter(BeforeEvent event, String flow) {
        key = flow;
        try {
            var draft = publishing.get(signedIn.actor(), flow);
            name.setText(draft.name());
            canvas.setUp(BoardSetup.json(getLocale(), !signedIn.may(Permission.EDIT_FLOWS)));
            canvas.open(new String(draft.bpmn(), StandardCharsets.UTF_8));
            showProblems();
            if (signedIn.may(Permission.EDIT_FLOWS)) {
                kept.watch(signedIn, flow, this::takeOver);
            }
        } catch (Problem unknown) {
            throw new NotFoundException();
        }
    }

    private void takeOver(String xml) {
        canvas.open(xml);
        save(xml);
    }

    private void save(String xml) {
        try {
            var draft = publishing.saveDraft(signedIn.actor(), key, xml.getBytes(StandardCharsets.UTF_8));
            kept.saved();
            name.setText(draft.name());
            saved.setText(getTranslation("editor.saved", getTranslation("time.now")));
            showProblems();
        } catch (Problem refused) {
            saved.setText(refused.getMessage());
        }
    }

    private void showProblems() {
        try {
            var problems = publishing.check(signedIn.actor(), key);
            canvas.setProblems(JSON.writeValueAsString(problems));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void turnPhone() {
        if (phone.getComponentCount() == 0) {
            var frame = new IFrame("simulator/phone");
            frame.setTitle(getTranslation("editor.try"));
            frame.setSizeFull();
            phone.add(frame);
        }
        phone.setVisible(!phone.isVisible());
    }

    /** What was drawn a moment ago is saved first: nobody publishes something else than they see. */
    private void publishWhatIsDrawn() {
        if (signedIn.may(Permission.EDIT_FLOWS)) {
            canvas.file(xml -> {
                save(xml);
                publish();
            });
        } else {
            publish();
        }
    }

    private void publish() {
        try {
            var version = publishing.publish(signedIn.actor(), key);
            Notification.show(
                            getTranslation("editor.published", version.version()),
                            5_000,
                            Notification.Position.BOTTOM_START)
                    .addThemeVariants(NotificationVariant.LUMO_SUCCESS);
        } catch (Problem refused) {
            var count = refused.more().get("problems") instanceof List<?> problems ? problems.size() : 1;
            Notification.show(getTranslation("editor.publish.errors", count), 8_000, Notification.Position.BOTTOM_START)
                    .addThemeVariants(NotificationVariant.LUMO_ERROR);
            showProblems();
        }
    }

    @Override
    public String getPageTitle() {
        return name.getText() + " · Qliento";
    }
}
