package com.qliento.ui.trigger;

import com.qliento.trigger.HookDelivery;
import com.qliento.trigger.Trigger;
import com.qliento.ui.shell.Sure;
import com.qliento.ui.shell.Told;
import com.vaadin.flow.component.Component;

/** What somebody who may can do with a trigger; what can't be undone is asked for first. */
final class TriggerDeeds {

    private final Component speaker;
    private final TriggerDesk desk;

    /** @param speaker whose language it has */
    TriggerDeeds(Component speaker, TriggerDesk desk) {
        this.speaker = speaker;
        this.desk = desk;
    }

    void change(Trigger trigger, Runnable done) {
        TriggerRefusal.orTell(speaker, () -> {
            var now = desk.triggers().get(desk.actor(), trigger.id());
            new TriggerDialog(desk, now, id -> done.run()).open();
        });
    }

    /** On when it is off, and the other way round. */
    void turn(Trigger trigger, Runnable done) {
        tell(
                () -> {
                    var now = desk.triggers().get(desk.actor(), trigger.id());
                    desk.triggers().change(desk.actor(), now.id(), now.switched(!trigger.enabled()));
                },
                trigger.enabled() ? "triggers.told.off" : "triggers.told.on",
                done);
    }

    void renew(Trigger trigger) {
        Sure.then(
                speaker,
                sure("renew", trigger),
                () -> TriggerRefusal.orTell(speaker, () -> {
                    var made = desk.triggers().renew(desk.actor(), trigger.id());
                    new AddressOnce(made.token(), () -> {}).open();
                }));
    }

    void delete(Trigger trigger, Runnable done) {
        Sure.ends(
                speaker,
                sure("delete", trigger),
                () -> tell(() -> desk.triggers().delete(desk.actor(), trigger.id()), "triggers.told.deleted", done));
    }

    void replay(Trigger trigger, HookDelivery delivery, Runnable done) {
        tell(
                () -> desk.services()
                        .hooks()
                        .replay(desk.actor(), desk.triggers().get(desk.actor(), trigger.id()), delivery.id()),
                "triggers.told.replayed",
                done);
    }

    private Sure.Words sure(String deed, Trigger trigger) {
        return new Sure.Words(
                speaker.getTranslation("triggers." + deed + ".title", trigger.name()),
                speaker.getTranslation("triggers." + deed + ".help"),
                speaker.getTranslation("triggers." + deed));
    }

    private void tell(Runnable work, String words, Runnable done) {
        TriggerRefusal.orTell(speaker, () -> {
            work.run();
            Told.done(speaker.getTranslation(words));
        });
        done.run();
    }
}
