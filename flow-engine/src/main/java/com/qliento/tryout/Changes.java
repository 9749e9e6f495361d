package com.qliento.tryout;

import com.qliento.connector.whatsapp.LimitProblem;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of a chat's messages WhatsApp would not have taken, in words. */
final class Changes implements Line.Cases<Stream<String>> {

    private Changes() {}

    /** A sentence for each, in English. */
    static List<String> of(List<Line> chat) {
        return chat.stream().flatMap(line -> line.accept(new Changes())).toList();
    }

    @Override
    public Stream<String> wrote(Line.Wrote line) {
        return Stream.empty();
    }

    @Override
    public Stream<String> said(Line.Said line) {
        return line.changes().stream().map(LimitProblem::repair).map(words -> at(line.element()) + words);
    }

    @Override
    public Stream<String> asked(Line.Asked line) {
        return Stream.empty();
    }

    @Override
    public Stream<String> answered(Line.Answered line) {
        return Stream.empty();
    }

    @Override
    public Stream<String> note(Line.Note line) {
        return line.kind() == Line.Note.Kind.UNSAID
                ? Stream.of(at(line.element())
                        + "The message was empty, and WhatsApp takes no empty message, so it was not sent.")
                : Stream.empty();
    }

    private static String at(@Nullable String element) {
        return element == null ? "" : "Block '" + element + "': ";
    }
}
