package com.qliento.ui.home;

import com.qliento.ui.shell.Attention;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** For an account of this name nothing can be looked at: an area of the tests. */
@Component
public class FailingAttention implements Attention {

    /** The account's name. */
    public static final String FOR = "Unlucky";

    @Override
    public String about() {
        return "nav.files";
    }

    @Override
    public CompletableFuture<List<Need>> of(SignedIn who, UI ui) {
        if (who.name().equals(FOR)) {
            throw new IllegalStateException("not to be looked at");
        }
        return CompletableFuture.completedFuture(List.of());
    }
}
