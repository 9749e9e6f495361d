package com.qliento.ui.signin;

import com.qliento.demo.DemoSignIn;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Sign-in by e-mail and password. In the demo, and only there, its credentials are offered as long as they
 * are those of the manual. */
@Route("sign-in")
@AnonymousAllowed
class SignInView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final LoginForm form = new LoginForm();

    SignInView(DemoSignIn demo) {
        addClassName("q-signin");
        form.setAction("sign-in");
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(words());
        var mark = new Image("icons/qliento.svg", "");
        mark.setWidth("40px");
        var box = new Div(
                mark, new H1(getTranslation("signin.title")), new Paragraph(getTranslation("signin.sentence")), form);
        box.addClassName("q-signin-box");
        demo.offer().ifPresent(offer -> box.add(demo(offer)));
        var left = new Div(box);
        left.addClassName("q-signin-form");
        var right = new Div(new Image("icons/welcome.svg", ""));
        right.addClassName("q-signin-picture");
        add(left, right);
    }

    private Div demo(DemoSignIn.Offer offer) {
        var fill = new Button(getTranslation("signin.demo.use"), click -> form.getElement()
                .executeJs(
                        "this.querySelector('#vaadinLoginUsername').value = $0;"
                                + " this.querySelector('#vaadinLoginPassword').value = $1; this.submit()",
                        offer.email(),
                        offer.password()));
        var demo = new Div(new Span(getTranslation("signin.demo", offer.email(), offer.password())), fill);
        demo.addClassName("q-signin-demo");
        return demo;
    }

    private LoginI18n words() {
        var words = LoginI18n.createDefault();
        var fields = words.getForm();
        fields.setTitle("");
        fields.setUsername(getTranslation("signin.email"));
        fields.setPassword(getTranslation("signin.password"));
        fields.setSubmit(getTranslation("signin.submit"));
        words.setForm(fields);
        var error = words.getErrorMessage();
        error.setTitle(getTranslation("signin.error"));
        error.setMessage(getTranslation("signin.error.help"));
        words.setErrorMessage(error);
        return words;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        form.setError(event.getLocation().getQueryParameters().getParameters().containsKey("error"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("signin.title") + " · Qliento";
    }
}
