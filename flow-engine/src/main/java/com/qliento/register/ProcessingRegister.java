package com.qliento.register;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.audit.Audit;
import com.qliento.audit.AuditAction;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.organisation.Organisations;
import com.qliento.problem.Problem;
import com.qliento.register.Register.Controller;
import com.qliento.register.Register.FlowUse;
import com.qliento.register.Register.Receiver;
import com.qliento.vault.spi.PersonalRecipient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The register of processing of an organisation. Made anew at each look, so that what is published, allowed or shortened
 * stands in it from then on; nobody writes it but for who is responsible.
 */
@Component
public class ProcessingRegister {

    /** Characters of a field that is written by hand. */
    public static final int LONGEST = 500;

    private final Reads reads;
    private final RegisterStore store;
    private final OrganisationScope scope;
    private final Audit audit;
    private final Clock clock;

    /** What it is made of. */
    @Component
    record Reads(
            KeptPlaces places,
            FlowUses flows,
            ObjectProvider<StandingRecipients> standing,
            Organisations organisations) {}

    ProcessingRegister(Reads reads, RegisterStore store, OrganisationScope scope, Audit audit, Clock clock) {
        this.reads = reads;
        this.store = store;
        this.scope = scope;
        this.audit = audit;
        this.clock = clock;
    }

    /** The register as it is now, in words of this language. */
    public Register get(Actor actor, Locale language) {
        actor.require(Permission.WORK_CASES);
        return of(actor.organisation(), language);
    }

    /**
     * The same for a feature that tells people about their data (GDPR Art. 13 to 15): purposes, recipients, periods, and the
     * tables that decide. Asks for no rights; whoever shows it has to.
     */
    public Register of(OrganisationId organisation, Locale language) {
        var words = new RegisterWords(language);
        var flows = reads.flows().of(organisation, words);
        return new Register(
                reads.organisations().get(organisation).name(),
                clock.instant(),
                scope.in(organisation, () -> store.find(organisation)).orElse(Controller.NOBODY),
                reads.places().activities(organisation, words),
                flows,
                receivers(organisation, flows, words),
                words.safeguards());
    }

    private List<Receiver> receivers(OrganisationId organisation, List<FlowUse> flows, RegisterWords words) {
        var receivers = new ArrayList<Receiver>();
        reads.standing()
                .orderedStream()
                .sorted(Comparator.comparing(StandingRecipients::kind).reversed())
                .forEach(some -> new TreeSet<>(some.names(organisation))
                        .forEach(name ->
                                receivers.add(new Receiver(words.term("recipient", some.kind()), name, List.of()))));
        var byName = new TreeMap<String, List<String>>();
        flows.forEach(flow -> flow.recipients().forEach(name -> byName.computeIfAbsent(name, first -> new ArrayList<>())
                .add(flow.key())));
        byName.forEach((name, keys) -> receivers.add(
                new Receiver(words.term("recipient", PersonalRecipient.Kind.SYSTEM), name, List.copyOf(keys))));
        return List.copyOf(receivers);
    }

    /**
     * From now on this is who is responsible; when it was changed before does not matter. Throws {@link Problem} {@code
     * invalid-field} for a field that is too long.
     */
    public void set(Actor actor, Controller wished) {
        actor.require(Permission.WORK_CASES);
        var controller = new Controller(
                field("name", wished.name()),
                field("contact", wished.contact()),
                field("officer", wished.officer()),
                field("representative", wished.representative()),
                field("transfers", wished.transfers()),
                null);
        var organisation = actor.organisation();
        audit.run(
                actor.did(AuditAction.REGISTER_SET, organisation.toString()),
                () -> store.save(organisation, controller, actor.name(), clock.instant()));
    }

    private static String field(String name, String value) {
        var text = value.strip();
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw Problem.invalid(name, "This has " + LONGEST + " characters at most.")
                    .with("most", LONGEST);
        }
        if (text.indexOf('\0') >= 0) {
            throw Problem.invalid(name, "It has a character that can't be kept (U+0000). Leave it out.");
        }
        return text;
    }
}
