package com.qliento.access;

import com.qliento.channel.Channel;
import com.qliento.channel.Channels;
import com.qliento.contact.Contacts;
import com.qliento.organisation.OrganisationScope;
import com.qliento.vault.spi.Family;
import com.qliento.vault.spi.PersonalRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Hides other people in what is kept of one: a copy must not harm others (GDPR Art. 15(4)). Hidden are contact cards that
 * were sent, and numbers in texts that lead to another contact of the organisation; the same number is the same pseudonym
 * in all of a package. Numbers that nobody here is known by stay, and are listed for somebody to look at: often they are
 * the person's own.
 */
@Component
class OtherPeople {

    /** Written as a number of a phone: with its country. */
    private static final Pattern WITH_COUNTRY =
            Pattern.compile("(?<![\\w+])(?:\\+|00)[1-9](?:[ .()/-]{0,2}\\d){7,14}(?!\\w)");

    /** Digits that may be one. */
    private static final Pattern DIGITS = Pattern.compile("(?<![\\w+])[1-9]\\d{9,14}(?!\\w)");

    private static final String CARDS = "contacts";

    private final Channels channels;
    private final Contacts contacts;
    private final OrganisationScope scope;

    OtherPeople(Channels channels, Contacts contacts, OrganisationScope scope) {
        this.channels = channels;
        this.contacts = contacts;
        this.scope = scope;
    }

    /**
     * What is left to hand out.
     *
     * @param what of others was hidden: in which record, what, behind which pseudonym
     * @param toReview in which records a number stands that nobody here is known by, and how many
     */
    record Hidden(List<PersonalRecord> records, List<Map<String, Object>> what, List<Map<String, Object>> toReview) {

        @Override
        public String toString() {
            return "Hidden";
        }
    }

    Hidden hide(Family family, List<PersonalRecord> records) {
        var pass = new Pass(family, own(records));
        var left = records.stream().map(pass::hide).toList();
        return new Hidden(left, List.copyOf(pass.what), List.copyOf(pass.toReview));
    }

    private static Set<String> own(List<PersonalRecord> records) {
        var own = new HashSet<String>();
        records.forEach(one -> {
            if (one.kind().equals("contact") && one.values().get("phone") instanceof String phone) {
                own.add(phone);
            }
        });
        return own;
    }

    /** One package. */
    private final class Pass {

        private final Family family;
        private final Set<String> own;
        private final List<Channel> numbers;
        private final Map<String, Boolean> others = new HashMap<>();
        private final Map<String, String> pseudonyms = new HashMap<>();
        private final List<Map<String, Object>> what = new ArrayList<>();
        private final List<Map<String, Object>> toReview = new ArrayList<>();
        private int unknown;

        Pass(Family family, Set<String> own) {
            this.family = family;
            this.own = own;
            this.numbers = channels.of(family.organisation());
        }

        PersonalRecord hide(PersonalRecord one) {
            if (one.kind().equals("contact")) {
                return one;
            }
            unknown = 0;
            int before = what.size();
            var values = map(one, one.values());
            if (what.size() > before && values.get("type") instanceof String type && type.equals(CARDS)) {
                values.replace("text", pseudonym("card " + one.id()));
            }
            if (unknown > 0) {
                toReview.add(note(one, "numbers", unknown));
            }
            return new PersonalRecord(one.kind(), one.id(), one.at(), values, one.unreadable());
        }

        private Map<String, @Nullable Object> map(PersonalRecord one, Map<?, ? extends @Nullable Object> values) {
            var left = new LinkedHashMap<String, @Nullable Object>();
            boolean cards = CARDS.equals(values.get("type"));
            values.forEach((name, value) -> {
                var key = String.valueOf(name);
                left.put(key, cards && key.equals(CARDS) ? card(one) : value(one, value));
            });
            return left;
        }

        private String card(PersonalRecord one) {
            var instead = pseudonym("card " + one.id());
            var note = note(one, "instead", instead);
            note.put("hidden", "contact card");
            what.add(note);
            return instead;
        }

        private @Nullable Object value(PersonalRecord one, @Nullable Object value) {
            if (value instanceof String text) {
                return text(one, text);
            }
            if (value instanceof Map<?, ?> map) {
                return map(one, map);
            }
            if (value instanceof List<?> list) {
                var left = new ArrayList<@Nullable Object>();
                list.forEach(inner -> left.add(value(one, inner)));
                return left;
            }
            return value;
        }

        private String text(PersonalRecord one, String text) {
            var known = WITH_COUNTRY.matcher(text).replaceAll(found -> quoted(instead(one, found, true)));
            return DIGITS.matcher(known).replaceAll(found -> quoted(instead(one, found, false)));
        }

        private static String quoted(String instead) {
            return Matcher.quoteReplacement(instead);
        }

        private String instead(PersonalRecord one, MatchResult found, boolean surelyNumber) {
            var digits = found.group().replaceAll("\\D", "").replaceFirst("^00", "");
            if (own.contains(digits)) {
                return found.group();
            }
            if (!others.computeIfAbsent(digits, this::isAnother)) {
                unknown += surelyNumber ? 1 : 0;
                return found.group();
            }
            var instead = pseudonym(digits);
            var note = note(one, "instead", instead);
            note.put("hidden", "number of another contact");
            what.add(note);
            return instead;
        }

        private boolean isAnother(String digits) {
            return scope.in(family.organisation(), () -> numbers.stream()
                    .flatMap(channel -> contacts.withPhone(channel, digits).stream())
                    .anyMatch(contact -> !family.all().contains(contact.subject())));
        }

        private String pseudonym(String of) {
            return pseudonyms.computeIfAbsent(of, none -> "[person " + (pseudonyms.size() + 1) + "]");
        }

        private static Map<String, Object> note(PersonalRecord one, String name, Object value) {
            var note = new LinkedHashMap<String, Object>();
            note.put("kind", one.kind());
            note.put("id", one.id());
            note.put(name, value);
            return note;
        }
    }
}
