package com.qliento.ui.shell;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterListener;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks at each navigation whether the person's role, as it is by now, opens the view. */
@Component
class Doorkeeper implements BeforeEnterListener {

    private final transient ObjectProvider<SignedIn> signedIn;
    private final transient AuthenticationContext authentication;

    Doorkeeper(ObjectProvider<SignedIn> signedIn, AuthenticationContext authentication) {
        this.signedIn = signedIn;
        this.authentication = authentication;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var needs = event.getNavigationTarget().getAnnotation(Needs.class);
        if (event.isErrorEvent() || needs == null || !authentication.isAuthenticated()) {
            return;
        }
        var who = signedIn.getObject();
        if (!who.lookAgain()) {
            authentication.logout();
        } else if (!opens(event.getNavigationTarget(), who)) {
            event.rerouteToError(AccessDeniedException.class);
        }
    }

    /** The views of the navigation that are open to somebody, by section, in its order. */
    static Map<Section, List<Navigation.Entry>> open(SignedIn who) {
        return Navigation.bySection(Navigation.all(), view -> opens(view, who));
    }

    private static boolean opens(Class<?> view, SignedIn who) {
        var needs = view.getAnnotation(Needs.class);
        return needs == null || Stream.of(needs.value()).allMatch(who::may);
    }
}
