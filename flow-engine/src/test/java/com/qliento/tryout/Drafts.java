package com.qliento.tryout;

import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.flow.FlowDrafts;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.Organisations;
import com.qliento.scene.FlowText;
import com.qliento.scene.Scene;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Drafts to try, and what a phone shows of them. */
final class Drafts {

    static final Persona ALEX = Persona.samples().get(0);

    private Drafts() {}

    static Actor builder(Scene scene) {
        return new Actor("tester", demo(scene), Role.BUILDER);
    }

    static OrganisationId demo(Scene scene) {
        return scene.bean(Organisations.class)
                .get(OrganisationId.of("00000000-0000-7000-8000-00000000de30"))
                .id();
    }

    static void save(Scene scene, String key, Object bpmn) {
        scene.bean(FlowDrafts.class)
                .overwrite(builder(scene), key, bpmn.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Asks for a drink twice at most, then says what it understood. */
    static FlowText coffee(String key) {
        return new FlowText(key, key)
                .says("hello", "Hello {{ contact.name }}")
                .choice(
                        "drink",
                        "question",
                        "Which drink?",
                        "options",
                        "Espresso\nFlat white",
                        "retry",
                        "Please pick one.",
                        "attempts",
                        "3",
                        "name",
                        "drink")
                .says("ready", "One {{ lower case(drink) }}, ready soon.")
                .ends();
    }

    /** What the flow has said so far, as texts. */
    static List<String> heard(TryState state) {
        return state.chat().stream()
                .flatMap(line -> line.accept(new Line.Cases<Stream<String>>() {
                    @Override
                    public Stream<String> wrote(Line.Wrote wrote) {
                        return Stream.of();
                    }

                    @Override
                    public Stream<String> said(Line.Said said) {
                        return Stream.of(Reply.of(said.content()).text());
                    }

                    @Override
                    public Stream<String> asked(Line.Asked call) {
                        return Stream.of();
                    }

                    @Override
                    public Stream<String> answered(Line.Answered answer) {
                        return Stream.of();
                    }

                    @Override
                    public Stream<String> note(Line.Note note) {
                        return Stream.of();
                    }
                }))
                .toList();
    }

    static List<Line.Note.Kind> notes(TryState state) {
        return state.chat().stream()
                .filter(line -> line instanceof Line.Note)
                .map(line -> ((Line.Note) line).kind())
                .toList();
    }
}
