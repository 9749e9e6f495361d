package com.qliento.request;

import com.qliento.block.Parameter;
import com.qliento.bpmn.Repair;
import com.qliento.bpmn.Sentences;
import com.qliento.check.BlockCheck;
import com.qliento.guard.AllowedHost;
import com.qliento.guard.GuardedClient;
import com.qliento.guard.RefusedAddress;
import com.qliento.rules.feel.Expressions;
import com.qliento.rules.feel.InvalidExpression;
import com.qliento.secret.SecretText;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What would keep a request from being made or understood, told before a flow is live. */
final class RequestCheck {

    private final Expressions expressions;
    private final GuardedClient client;

    RequestCheck(Expressions expressions, GuardedClient client) {
        this.expressions = expressions;
        this.client = client;
    }

    void check(BlockCheck at) {
        address(at);
        headers(at);
        lines(at, RequestSettings.QUERY);
        body(at);
        auth(at);
        repeat(at);
        PickCheck.check(at);
    }

    private static String value(BlockCheck at, Parameter parameter) {
        return at.block().value(parameter.name());
    }

    private void address(BlockCheck at) {
        var written = value(at, RequestSettings.ADDRESS);
        if (written.isBlank()) {
            return; // said already
        }
        if (Whereto.isOpen(written)) {
            at.error("request-open-host");
            return;
        }
        try {
            var to = Whereto.read(written);
            plain(at, to);
            if (to.address().isHome()) {
                if (!client.hasAtHome(to.address())) {
                    at.error("request-address", Sentences.quote(written));
                }
            } else if (!to.address().mayBePublic()) {
                at.error("request-forbidden", Sentences.quote(to.target()));
            } else if (!at.environment().mayAsk(to.address())) {
                var host = AllowedHost.of(to.address()).toString();
                at.error(at.said("request-host", Sentences.quote(host))
                        .mendedBy(new Repair("allow-host", at.block().elementId(), Map.of("host", host))));
            }
        } catch (RefusedAddress refused) {
            at.error("request-address." + refused.refusal().code(), Sentences.quote(written));
        }
    }

    /** What is not encrypted is read on its way by whoever passes it on. */
    private static void plain(BlockCheck at, Whereto to) {
        var texts = Stream.of(
                RequestSettings.ADDRESS, RequestSettings.QUERY, RequestSettings.HEADERS, RequestSettings.BODY);
        boolean secret = !value(at, RequestSettings.AUTH).equals("none")
                || texts.anyMatch(
                        text -> !SecretText.of(value(at, text)).names().isEmpty());
        if (secret && !to.address().isHome() && !to.address().secure()) {
            at.warning(at.said("request-plain"));
        }
    }

    private static void headers(BlockCheck at) {
        var lines = NamedLines.read(value(at, RequestSettings.HEADERS), ':');
        lines.unreadable().ifPresent(line -> at.error("request-header-line", Sentences.quote(line)));
        lines.pairs().stream()
                .map(NamedLines.Pair::name)
                .filter(name -> !RequestSettings.maySet(name))
                .forEach(name -> at.error(
                        RequestSettings.TOKEN.matcher(name).matches() ? "request-header-ours" : "request-header-name",
                        Sentences.quote(name)));
    }

    private static void lines(BlockCheck at, Parameter parameter) {
        NamedLines.read(value(at, parameter), '=')
                .unreadable()
                .ifPresent(line -> at.error("request-line", Sentences.quote(line)));
    }

    private void body(BlockCheck at) {
        var kind = value(at, RequestSettings.BODY_KIND);
        var body = value(at, RequestSettings.BODY);
        if (kind.equals("form")) {
            lines(at, RequestSettings.BODY);
        } else if (kind.equals("json") && !isJson(body)) {
            at.error("request-json");
        }
        if (kind.equals("none") != body.isBlank()) {
            at.warning(at.said(kind.equals("none") ? "request-body-unsent" : "request-body-empty"));
        } else if (!kind.equals("none") && value(at, RequestSettings.METHOD).equals("GET")) {
            at.warning(at.said("request-body-get"));
        }
    }

    /** With something in place of each value; what is no expression, another rule says. */
    private boolean isJson(String body) {
        try {
            var sample = FilledText.compile(expressions, body, Place.JSON).sample();
            return body.isBlank() || FilledText.isJson(sample.blanked());
        } catch (InvalidExpression saidAlready) {
            return true;
        }
    }

    private static void auth(BlockCheck at) {
        var kind = value(at, RequestSettings.AUTH);
        var name = value(at, RequestSettings.AUTH_NAME).strip();
        if (!kind.equals("none") && value(at, RequestSettings.SECRET).isBlank()) {
            at.error("request-no-secret");
        }
        boolean ofHeader = kind.equals("header") || kind.equals("hmac");
        if (name.contains("{{") || (ofHeader && !name.isEmpty() && !RequestSettings.maySet(name))) {
            at.error("request-header-name", Sentences.quote(name));
        }
        if (kind.equals("hmac") && value(at, RequestSettings.BODY_KIND).equals("none")) {
            at.warning(at.said("request-hmac-body"));
        }
        var names = new HashMap<String, Integer>();
        NamedLines.read(value(at, RequestSettings.HEADERS), ':')
                .pairs()
                .forEach(pair -> names.merge(pair.name().toLowerCase(Locale.ROOT), 1, Integer::sum));
        names.entrySet().stream()
                .filter(known -> known.getValue() > 1)
                .forEach(known -> at.error("request-header-twice", Sentences.quote(known.getKey())));
    }

    private static void repeat(BlockCheck at) {
        boolean again = value(at, RequestSettings.REPEAT).equals("again");
        if (again && !value(at, RequestSettings.METHOD).equals("GET")) {
            at.warning(at.said("request-again"));
        }
    }
}
