package com.qliento.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.audit.AuditFilter;
import com.qliento.audit.AuditLog;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignInsTest {

    private final Scene scene = Scene.shared();
    private final SignIns signIns = scene.bean(SignIns.class);
    private final Accounts accounts = scene.bean(Accounts.class);
    private final OtherOrganisation shop = OtherOrganisation.in(scene);
    private final String email = "ana-" + UUID.randomUUID() + "@example.com";

    @Test
    void who_signs_in_and_out_stands_in_the_audit_of_each_organisation_they_work_for() {
        var bakery = OtherOrganisation.in(scene);
        var ana = accounts.register(shop.id(), Role.BUILDER, email, "Ana", "a-password");
        accounts.register(bakery.id(), Role.VIEWER, email, "Ana", "a-password");

        signIns.done(ana);
        signIns.over(ana);
        accounts.remove(bakery.id(), ana);

        assertThat(noted(shop))
                .containsExactly(
                        "account " + ana + " sign-out.done " + ana + " {}",
                        "account " + ana + " sign-in.done " + ana + " {}",
                        "platform  role.given " + ana + " {role=builder}");
        assertThat(noted(bakery))
                .hasSize(4)
                .startsWith("platform  role.taken " + ana + " {}")
                .endsWith("platform  role.given " + ana + " {role=viewer}");
    }

    @Test
    void a_refused_try_is_noted_without_what_was_typed() {
        var ana = accounts.register(shop.id(), Role.BUILDER, email, "Ana", "a-password");

        signIns.refused(email.toUpperCase(Locale.ROOT));
        signIns.refused("nobody-" + email);

        assertThat(noted(shop).get(0)).isEqualTo("stranger  sign-in.refused " + ana + " {}");
        assertThat(scene.bean(AuditLog.class).page(AccountStore.PLATFORM, AuditFilter.ALL, null, 1))
                .singleElement()
                .satisfies(entry -> assertThat(entry.action() + entry.about() + entry.detail())
                        .isEqualTo("sign-in.refused{}"));
    }

    private List<String> noted(OtherOrganisation of) {
        return scene.bean(AuditLog.class).page(of.id(), AuditFilter.ALL, null, 10).stream()
                .map(entry -> String.join(
                        " ",
                        entry.actorKind(),
                        entry.actor(),
                        entry.action(),
                        entry.about(),
                        String.valueOf(entry.detail())))
                .toList();
    }
}
