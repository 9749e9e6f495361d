package com.qliento.access;

import com.qliento.block.TextBundle;
import com.qliento.register.Register;
import com.qliento.vault.spi.PersonalRecord;
import java.text.Format;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a package says to people, in their language, whatever it is written on. */
final class PackageText {

    private static final TextBundle WORDS = TextBundle.beside(PackageText.class, "Packages");

    private final PackageContent content;
    private final DateTimeFormatter times;

    PackageText(PackageContent content) {
        this.content = content;
        this.times = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss 'UTC'", content.language())
                .withZone(ZoneOffset.UTC);
    }

    /** Something by its name. */
    record Pair(String name, String value) {

        @Override
        public String toString() {
            return "Pair";
        }
    }

    Locale language() {
        return content.language();
    }

    PackageContent content() {
        return content;
    }

    String title() {
        return words("title", content.organisation());
    }

    String made() {
        return words("made", time(content.madeAt()), content.records().size());
    }

    /** What the law wants a person to be told besides (GDPR Art. 15(1)), as the register of processing has it now. */
    List<Pair> about() {
        var register = content.register();
        var recipients = String.join(", ", content.recipients());
        var decided = String.join(", ", content.decidedBy());
        var about = new ArrayList<Pair>();
        if (register.controller().isNamed()) {
            about.add(about("controller", controller(register.controller())));
        }
        about.add(about(
                "purposes",
                lines(
                        register,
                        activity -> activity.purpose().words() + ": "
                                + activity.basis().words())));
        about.add(about("categories", String.join("\n", kinds(register, kind -> kind.category()
                .words()))));
        about.add(about(
                "recipients",
                recipients.isEmpty()
                        ? words("about.recipients.none")
                        : words("about.recipients", recipients, content.organisation())));
        about.add(about(
                "periods",
                String.join("\n", kinds(register, kind -> kind.category().words() + ": " + kind.period()))));
        about.add(about("rights", words("about.rights")));
        about.add(about("source", words("about.source", "", content.organisation())));
        about.add(about(
                "automated",
                words("about.automated") + (decided.isEmpty() ? "" : "\n" + words("about.automated.by", decided))));
        return about;
    }

    private Pair about(String what, String said) {
        return new Pair(words("about." + what + ".name"), said);
    }

    private static String lines(Register register, Function<Register.Activity, String> line) {
        return register.activities().stream().map(line).distinct().collect(Collectors.joining("\n"));
    }

    private static List<String> kinds(Register register, Function<Register.Kind, String> line) {
        return register.activities().stream()
                .flatMap(activity -> activity.kinds().stream())
                .map(line)
                .distinct()
                .toList();
    }

    private static String controller(Register.Controller controller) {
        return Stream.of(controller.name(), controller.contact(), controller.officer(), controller.representative())
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }

    String kind(String kind, int count) {
        return WORDS.find("kind." + kind, content.language()).orElse(kind) + " (" + count + ")";
    }

    /** Without what is as it travelled: that is for programs, in the other file. */
    List<Pair> values(PersonalRecord one) {
        var pairs = new ArrayList<Pair>();
        one.values().forEach((name, value) -> {
            if (value != null && !name.equals("asSent")) {
                pairs.add(
                        new Pair(WORDS.find("value." + name, content.language()).orElse(name), said(value)));
            }
        });
        return pairs;
    }

    private static String said(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return String.join(", ", list.stream().map(PackageText::said).toList());
        }
        if (value instanceof Map<?, ?> map) {
            return String.join(
                    "\n",
                    map.entrySet().stream()
                            .map(entry -> entry.getKey() + ": " + said(entry.getValue()))
                            .toList());
        }
        return String.valueOf(value);
    }

    String time(Instant at) {
        return times.format(at);
    }

    String words(String key, Object... values) {
        Format words = new MessageFormat(WORDS.text(key, content.language()), content.language());
        return words.format(values);
    }
}
