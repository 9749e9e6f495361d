package com.qliento.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qliento.access.AccessPackage;
import com.qliento.access.AccessPackages;
import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.contact.ContactId;
import com.qliento.scene.Scene;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who waits for something that is put together hears by mail when it is. */
class ReadyExportTest extends NoticeScene {

    private final AccessPackages packages = scene.bean(AccessPackages.class);

    @Test
    void whoever_asked_is_told_and_nobody_else_nor_who_does_not_want_it() {
        var officer = joins(Role.COMPLIANCE);
        var silent = joins(Role.COMPLIANCE);
        var colleague = joins(Role.OWNER);
        notices.wish(actor(silent, Role.COMPLIANCE), NoticeKind.EXPORT_READY, false);
        accounts.speak(officer, Locale.forLanguageTag("es"));
        var customer = Scene.newCustomer();
        scene.says(customer, "menu");
        scene.hears(customer, 1);
        var contact = new ContactId(UUID.fromString(rest.contact(customer)));

        made(actor(silent, Role.COMPLIANCE), contact);
        made(actor(officer, Role.COMPLIANCE), contact);

        await().atMost(LONG).until(() -> mailTo(officer) == 1);
        assertThat(page("/simulator/mail")).contains("Lo que pidió está listo").doesNotContain(customer);
        assertThat(mailTo(silent)).isZero();
        assertThat(mailTo(colleague)).isZero();
    }

    private void made(Actor actor, ContactId contact) {
        var asked = packages.ask(actor, contact, Locale.ENGLISH);
        await().atMost(LONG).until(() -> packages.get(actor, asked.id()).state() == AccessPackage.State.READY);
    }
}
