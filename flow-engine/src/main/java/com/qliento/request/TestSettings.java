package com.qliento.request;

import com.qliento.block.Parameter;
import com.qliento.conversation.BlockParameters;
import com.qliento.problem.Problem;
import com.qliento.rules.feel.InvalidExpression;
import java.util.List;

/** Whether the settings of a block that is in no flow yet can be used: what is told of a flow keeps one from being sent. */
final class TestSettings {

    private static final List<Parameter> CHOICES = List.of(
            RequestSettings.METHOD,
            RequestSettings.BODY_KIND,
            RequestSettings.AUTH,
            RequestSettings.WANTED,
            RequestSettings.REPEAT);

    private final BlockParameters settings;

    private TestSettings(BlockParameters settings) {
        this.settings = settings;
    }

    /** Throws {@link Problem} (invalid) with the name of the first setting that can't be used. */
    static void check(BlockParameters settings) {
        new TestSettings(settings).check();
    }

    private void check() {
        CHOICES.forEach(choice -> require(choice, choice.choices().contains(value(choice))));
        require(RequestSettings.SECONDS, value(RequestSettings.SECONDS).matches("[1-9]|[1-5][0-9]|60"));
        require(
                RequestSettings.ADDRESS,
                !Whereto.isOpen(value(RequestSettings.ADDRESS))
                        && Whereto.of(value(RequestSettings.ADDRESS)).isPresent()
                        && compiles(RequestSettings.ADDRESS, Place.ADDRESS));
        require(RequestSettings.QUERY, lines(RequestSettings.QUERY) && compiles(RequestSettings.QUERY, Place.ADDRESS));
        headers();
        body();
        auth();
    }

    private void headers() {
        var lines = NamedLines.read(value(RequestSettings.HEADERS), ':');
        require(
                RequestSettings.HEADERS,
                lines.unreadable().isEmpty()
                        && lines.pairs().stream().map(NamedLines.Pair::name).allMatch(RequestSettings::maySet)
                        && compiles(RequestSettings.HEADERS, Place.HEADER));
    }

    private void body() {
        var kind = value(RequestSettings.BODY_KIND);
        if (kind.equals("form")) {
            require(RequestSettings.BODY, lines(RequestSettings.BODY) && compiles(RequestSettings.BODY, Place.ADDRESS));
        } else if (kind.equals("json")) {
            require(RequestSettings.BODY, compiles(RequestSettings.BODY, Place.JSON) && isJson());
        }
    }

    private void auth() {
        var kind = value(RequestSettings.AUTH);
        var name = value(RequestSettings.AUTH_NAME).strip();
        boolean ofHeader = kind.equals("header") || kind.equals("hmac");
        require(RequestSettings.AUTH_NAME, !ofHeader || name.isEmpty() || RequestSettings.maySet(name));
        require(
                RequestSettings.SECRET,
                kind.equals("none") || !value(RequestSettings.SECRET).isBlank());
    }

    private String value(Parameter parameter) {
        return settings.text(parameter.name());
    }

    private boolean lines(Parameter parameter) {
        return NamedLines.read(value(parameter), '=').unreadable().isEmpty();
    }

    private boolean isJson() {
        var body = value(RequestSettings.BODY);
        return body.isBlank()
                || FilledText.isJson(FilledText.compile(settings.expressions(), body, Place.JSON)
                        .sample()
                        .blanked());
    }

    private boolean compiles(Parameter parameter, Place place) {
        try {
            FilledText.compile(settings.expressions(), value(parameter), place);
            return true;
        } catch (InvalidExpression broken) {
            return false;
        }
    }

    private static void require(Parameter parameter, boolean fine) {
        if (!fine) {
            throw Problem.invalid(
                    parameter.name(), "This setting can't be used as it is. The problems of the flow say why.");
        }
    }
}
