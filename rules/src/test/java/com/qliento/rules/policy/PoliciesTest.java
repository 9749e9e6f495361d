package com.qliento.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.rules.policy.Heard.Conversation;
import com.qliento.rules.policy.Heard.Offer;
import com.qliento.rules.policy.Heard.Route;
import com.qliento.rules.policy.Heard.Word;
import com.qliento.rules.policy.KeptData.Category;
import com.qliento.rules.policy.PlanUse.Feature;
import com.qliento.rules.policy.PlanUse.State;
import com.qliento.rules.policy.PrivacyClock.Kind;
import com.qliento.rules.policy.PrivacyClock.Law;
import com.qliento.rules.policy.SendRequest.Consent;
import com.qliento.rules.policy.SendRequest.Quality;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule with something that fires it and something near that does not. */
class PoliciesTest {

    private static final Policies POLICIES = new Policies();
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    private record Case(String rule, List<String> fires, List<String> doesNot) {

        @Override
        public String toString() {
            return rule;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(sending(), routing(), plans(), keeping(), answering(), watching())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_rule_fires_where_it_is_meant_to_and_not_beside_it(Case rule) {
        assertThat(rule.fires()).contains(rule.rule());
        assertThat(rule.doesNot()).doesNotContain(rule.rule());
    }

    @Test
    void there_is_a_case_for_every_rule() {
        assertThat(cases().map(Case::rule).toList()).containsExactlyInAnyOrderElementsOf(ids(POLICIES.rules()));
    }

    @Test
    void every_rule_has_a_sentence_and_a_source_in_every_language() {
        for (String language : List.of("en", "es", "pt")) {
            Locale locale = Locale.forLanguageTag(language);
            assertThat(POLICIES.rules()).allSatisfy(rule -> {
                assertThat(rule.sentence(locale)).isNotBlank();
                assertThat(rule.source(locale)).isNotBlank();
            });
        }
        assertThat(new PolicyRule("send.window").explained(Locale.ENGLISH))
                .isEqualTo("outside the 24-hour window (rule send.window, WhatsApp messaging policy)");
        assertThat(new PolicyRule("send.window").sentence(Locale.forLanguageTag("es")))
                .isEqualTo("fuera de la ventana de 24 horas");
    }

    @Test
    void an_answer_within_the_window_is_allowed_and_no_rule_has_anything_to_say() {
        Ruling ruling = POLICIES.send(SendRequest.reply(NOW, NOW.plusSeconds(1)), SendLimits.PLATFORM);

        assertThat(ruling).isEqualTo(new Ruling(Ruling.Outcome.ALLOWED, List.of()));
    }

    @Test
    void the_strictest_rule_decides_and_the_others_are_named_too() {
        var request = new SendRequest(
                SendRequest.Kind.MARKETING, NOW, NOW, Consent.OPTED_OUT, LocalTime.of(23, 0), Quality.RED, true, false);

        Ruling ruling =
                POLICIES.send(request, new SendLimits(LocalTime.of(22, 0), LocalTime.of(8, 0), false, false, 0));

        assertThat(ruling.outcome()).isEqualTo(Ruling.Outcome.REFUSED);
        assertThat(ruling.decisive()).contains(new PolicyRule("send.opt-out"));
        assertThat(ids(ruling.rules()))
                .containsExactlyInAnyOrder("send.opt-out", "send.quality.red", "send.quiet-hours");
    }

    @Test
    void quiet_hours_may_go_over_midnight() {
        var limits = new SendLimits(LocalTime.of(22, 0), LocalTime.of(8, 0), false, false, 0);

        assertThat(limits.quiet(LocalTime.of(22, 0))).isTrue();
        assertThat(limits.quiet(LocalTime.of(3, 0))).isTrue();
        assertThat(limits.quiet(LocalTime.of(8, 0))).isFalse();
        assertThat(limits.quiet(LocalTime.of(12, 0))).isFalse();
    }

    @Test
    void stop_goes_before_everything_else() {
        assertThat(POLICIES.route(new Heard(Word.STOP, Conversation.WITH_PERSON, true, true, true, true, Offer.NONE)))
                .isEqualTo(new Routing(Route.OPT_OUT, new PolicyRule("route.stop")));
    }

    @Test
    void a_message_that_nothing_is_for_goes_to_nobody() {
        assertThat(POLICIES.route(new Heard(Word.NONE, Conversation.NONE, false, false, false, false, Offer.NONE)))
                .isEqualTo(new Routing(Route.NOBODY, null));
    }

    @Test
    void a_wish_shortens_what_is_kept_and_never_lengthens_it_nor_goes_below_law() {
        var came = Instant.parse("2026-01-01T10:20:30.123456Z");

        assertThat(POLICIES.retention(new KeptData(Category.MESSAGE, came, 7, false))
                        .until())
                .isEqualTo(Instant.parse("2026-01-08T10:20:30.123456Z"));
        assertThat(POLICIES.retention(new KeptData(Category.MESSAGE, came, 400, false))
                        .until())
                .isEqualTo(Instant.parse("2026-01-31T10:20:30.123456Z"));
        assertThat(POLICIES.retention(new KeptData(Category.INVOICE, came, 30, false))
                        .until())
                .isEqualTo(Instant.parse("2032-01-01T10:20:30.123456Z"));
        assertThat(POLICIES.retention(new KeptData(Category.MESSAGE, came, 7, true))
                        .until())
                .isNull();
    }

    private static final SendLimits STRICT = new SendLimits(LocalTime.of(22, 0), LocalTime.of(8, 0), true, true, 10);

    private static List<Case> sending() {
        var refusedByMeta = new SendRequest(
                SendRequest.Kind.UTILITY, NOW, NOW, Consent.GIVEN, LocalTime.NOON, Quality.GREEN, false, false);
        return List.of(
                new Case(
                        "send.window",
                        sent(SendRequest.reply(NOW, NOW), SendLimits.PLATFORM),
                        sent(SendRequest.reply(NOW, NOW.plusSeconds(1)), SendLimits.PLATFORM)),
                new Case(
                        "send.margin",
                        sent(SendRequest.reply(NOW, NOW.plusSeconds(600)), STRICT),
                        sent(SendRequest.reply(NOW, NOW.plusSeconds(601)), STRICT)),
                new Case("send.template", sent(refusedByMeta, STRICT), sent(utility(Consent.GIVEN, 12), STRICT)),
                new Case(
                        "send.quiet-hours",
                        sent(utility(Consent.GIVEN, 23), STRICT),
                        sent(utility(Consent.GIVEN, 12), STRICT)),
                new Case(
                        "send.opt-out",
                        sent(utility(Consent.OPTED_OUT, 12), STRICT),
                        sent(utility(Consent.GIVEN, 12), STRICT)),
                new Case(
                        "send.consent.utility",
                        sent(utility(Consent.NOT_ASKED, 12), STRICT),
                        sent(utility(Consent.NOT_ASKED, 12), SendLimits.PLATFORM)),
                new Case("send.consent.withdrawn", marketing(Consent.WITHDRAWN), marketing(Consent.GIVEN)),
                new Case(
                        "send.consent.marketing",
                        marketing(Consent.NOT_ASKED),
                        sent(utility(Consent.NOT_ASKED, 12), STRICT)),
                new Case("send.united-states", marketing(Quality.GREEN, true), marketing(Quality.GREEN, false)),
                new Case("send.quality.red", marketing(Quality.RED, false), marketing(Quality.YELLOW, false)),
                new Case("send.quality.yellow", marketing(Quality.YELLOW, false), marketing(Quality.GREEN, false)));
    }

    private static SendRequest utility(Consent consent, int hour) {
        return new SendRequest(
                SendRequest.Kind.UTILITY, NOW, NOW, consent, LocalTime.of(hour, 0), Quality.GREEN, true, false);
    }

    private static List<String> marketing(Consent consent) {
        return sent(
                new SendRequest(
                        SendRequest.Kind.MARKETING, NOW, NOW, consent, LocalTime.NOON, Quality.GREEN, true, false),
                STRICT);
    }

    private static List<String> marketing(Quality quality, boolean toUnitedStates) {
        return sent(
                new SendRequest(
                        SendRequest.Kind.MARKETING,
                        NOW,
                        NOW,
                        Consent.GIVEN,
                        LocalTime.NOON,
                        quality,
                        true,
                        toUnitedStates),
                STRICT);
    }

    private static List<String> sent(SendRequest request, SendLimits limits) {
        return ids(POLICIES.send(request, limits).rules());
    }

    private static List<Case> routing() {
        return Stream.concat(routingByWord().stream(), routingByConversation().stream())
                .toList();
    }

    private static List<Case> routingByWord() {
        return List.of(
                new Case("route.stop", routed(Word.STOP, Conversation.NONE), routed(Word.NONE, Conversation.NONE)),
                new Case("route.start", routed(Word.START, Conversation.NONE), routed(Word.NONE, Conversation.NONE)),
                new Case(
                        "route.privacy",
                        routed(Word.PRIVACY, Conversation.WAITING),
                        routed(Word.NONE, Conversation.WAITING)),
                new Case(
                        "route.with-person",
                        routed(Word.NONE, Conversation.WITH_PERSON),
                        routed(Word.PRIVACY, Conversation.WITH_PERSON)),
                new Case("route.person", routed(Word.PERSON, Conversation.BUSY), routed(Word.NONE, Conversation.BUSY)),
                new Case(
                        "route.interrupt",
                        routed(Conversation.WAITING, true, true, false),
                        routed(Conversation.WAITING, true, false, false)),
                new Case("route.answered-already", offered(Offer.EARLIER), offered(Offer.CURRENT)),
                new Case("route.answer.offered", offered(Offer.CURRENT), offered(Offer.NONE)),
                new Case(
                        "route.end-flow",
                        routed(Word.END, Conversation.BUSY, false),
                        routed(Word.END, Conversation.NONE, false)),
                new Case(
                        "route.end-flow.keyword",
                        routed(Word.END, Conversation.WAITING, true),
                        routed(Word.END, Conversation.NONE, true)),
                new Case(
                        "route.fallback",
                        routed(Word.END, Conversation.NONE, false),
                        id(POLICIES.route(
                                new Heard(Word.NONE, Conversation.NONE, false, false, true, true, Offer.NONE)))));
    }

    private static List<Case> routingByConversation() {
        return List.of(
                new Case(
                        "route.answer",
                        routed(Conversation.WAITING, true, false, false),
                        routed(Conversation.NONE, true, false, false)),
                new Case(
                        "route.queue",
                        routed(Conversation.BUSY, false, false, true),
                        routed(Conversation.WAITING, false, false, true)),
                new Case(
                        "route.keyword",
                        routed(Conversation.NONE, true, false, true),
                        routed(Conversation.NONE, false, false, true)),
                new Case(
                        "route.any",
                        routed(Conversation.NONE, false, false, true),
                        routed(Conversation.NONE, false, false, false)));
    }

    private static List<String> offered(Offer offer) {
        return id(POLICIES.route(new Heard(Word.END, Conversation.WAITING, true, true, true, true, offer)));
    }

    private static List<String> routed(Word word, Conversation conversation) {
        return id(POLICIES.route(new Heard(word, conversation, false, false, false, false, Offer.NONE)));
    }

    private static List<String> routed(Word word, Conversation conversation, boolean keyword) {
        return id(POLICIES.route(new Heard(word, conversation, keyword, false, false, true, Offer.NONE)));
    }

    private static List<String> routed(Conversation conversation, boolean keyword, boolean interrupting, boolean any) {
        return id(POLICIES.route(new Heard(Word.NONE, conversation, keyword, interrupting, any, false, Offer.NONE)));
    }

    private static List<String> id(Routing routing) {
        return routing.rule() == null ? List.of() : List.of(routing.rule().id());
    }

    private static List<Case> plans() {
        return List.of(
                new Case("plan.numbers", used(Feature.NUMBER, 1, State.PAID), used(Feature.NUMBER, 0, State.PAID)),
                new Case("plan.members", used(Feature.MEMBER, 1, State.PAID), used(Feature.MEMBER, 0, State.PAID)),
                new Case(
                        "plan.flows",
                        used(Feature.PUBLISHED_FLOW, 1, State.PAID),
                        used(Feature.PUBLISHED_FLOW, 0, State.PAID)),
                new Case("plan.ai", used(Feature.AI_ANSWER, 1, State.PAID), used(Feature.AI_ANSWER, 0, State.PAID)),
                new Case(
                        "plan.conversations",
                        used(Feature.CONVERSATION, 1, State.TRIAL),
                        used(Feature.CONVERSATION, 1, State.PAID)),
                new Case(
                        "plan.past-due",
                        used(Feature.MEMBER, 0, State.PAST_DUE),
                        used(Feature.CONVERSATION, 0, State.PAST_DUE)),
                new Case("plan.ended", used(Feature.MEMBER, 0, State.ENDED), used(Feature.MEMBER, 0, State.PAID)));
    }

    private static List<String> used(Feature feature, long used, State state) {
        return ids(POLICIES.entitled(new PlanUse(feature, 1, used, state)).rules());
    }

    private static List<Case> keeping() {
        return List.of(
                new Case("retention.message", kept(Category.ANSWER, 0, false), kept(Category.CONTACT, 0, false)),
                new Case("retention.media", kept(Category.MEDIA, 0, false), kept(Category.MESSAGE, 0, false)),
                new Case("retention.contact", kept(Category.CONTACT, 0, false), kept(Category.ANSWER, 0, false)),
                new Case("retention.trace", kept(Category.TRACE, 0, false), kept(Category.AUDIT, 0, false)),
                new Case(
                        "retention.consent-proof",
                        kept(Category.CONSENT_PROOF, 0, false),
                        kept(Category.CONTACT, 0, false)),
                new Case(
                        "retention.privacy-case",
                        kept(Category.PRIVACY_CASE, 0, false),
                        kept(Category.CONTACT, 0, false)),
                new Case("retention.audit", kept(Category.AUDIT, 0, false), kept(Category.TRACE, 0, false)),
                new Case("retention.invoice", kept(Category.INVOICE, 0, false), kept(Category.AUDIT, 0, false)),
                new Case("retention.wish", kept(Category.CONTACT, 5, false), kept(Category.CONTACT, 0, false)),
                new Case("retention.hold", kept(Category.CONTACT, 0, true), kept(Category.CONTACT, 0, false)));
    }

    private static List<String> kept(Category category, int wish, boolean held) {
        return ids(POLICIES.retention(new KeptData(category, NOW, wish, held)).rules());
    }

    private static List<Case> answering() {
        return List.of(
                new Case("deadline.promise", due(Kind.REQUEST, Law.GDPR, false), due(Kind.BREACH, Law.GDPR, false)),
                new Case(
                        "deadline.gdpr.month",
                        due(Kind.REQUEST, Law.UK_GDPR, false),
                        due(Kind.REQUEST, Law.GDPR, true)),
                new Case(
                        "deadline.gdpr.extension",
                        due(Kind.REQUEST, Law.GDPR, true),
                        due(Kind.REQUEST, Law.GDPR, false)),
                new Case(
                        "deadline.gdpr.notice", due(Kind.REQUEST, Law.GDPR, false), due(Kind.REQUEST, Law.CCPA, false)),
                new Case("deadline.ccpa.answer", due(Kind.REQUEST, Law.CCPA, false), due(Kind.REQUEST, Law.CCPA, true)),
                new Case(
                        "deadline.ccpa.extension",
                        due(Kind.REQUEST, Law.CCPA, true),
                        due(Kind.REQUEST, Law.CCPA, false)),
                new Case(
                        "deadline.ccpa.acknowledge",
                        due(Kind.REQUEST, Law.CCPA, false),
                        due(Kind.REQUEST, Law.GDPR, false)),
                new Case(
                        "deadline.ccpa.opt-out",
                        due(Kind.OPT_OUT_OF_SALE, Law.CCPA, false),
                        due(Kind.REQUEST, Law.CCPA, false)),
                new Case(
                        "deadline.lgpd.statement",
                        due(Kind.FULL_STATEMENT, Law.LGPD, false),
                        due(Kind.REQUEST, Law.LGPD, false)),
                new Case("deadline.breach", due(Kind.BREACH, Law.GDPR, false), due(Kind.REQUEST, Law.GDPR, false)));
    }

    private static List<String> due(Kind kind, Law law, boolean extended) {
        Deadlines deadlines = POLICIES.deadlines(new PrivacyClock(kind, law, NOW, MADRID, Set.of(), 0, extended, null));
        return Stream.concat(deadlines.candidates().stream(), deadlines.duties().stream())
                .map(due -> due.rule().id())
                .toList();
    }

    private static List<Case> watching() {
        return List.of(
                new Case("abuse.flood", seen(31, 31, 0, 0), seen(30, 300, 0, 0)),
                new Case("abuse.links", seen(0, 20, 10, 0), seen(0, 21, 10, 0)),
                new Case("abuse.alike", seen(0, 20, 0, 20), seen(0, 20, 0, 19)),
                new Case(
                        "abuse.opt-outs",
                        ids(POLICIES.abuse(new Watched.PhoneNumber(100, 5, 0))),
                        ids(POLICIES.abuse(new Watched.PhoneNumber(99, 90, 0)))),
                new Case(
                        "abuse.refused",
                        ids(POLICIES.abuse(new Watched.PhoneNumber(0, 0, 20))),
                        ids(POLICIES.abuse(new Watched.PhoneNumber(0, 0, 19)))),
                new Case("abuse.guessing", tried(10, 1, false), tried(9, 1, false)),
                new Case("abuse.spraying", tried(1, 5, false), tried(1, 4, false)),
                new Case("abuse.new-place", tried(3, 1, true), tried(2, 1, true)));
    }

    private static List<String> seen(int lastMinute, int lastHour, int links, int alike) {
        return ids(POLICIES.abuse(new Watched.Customer(lastMinute, lastHour, links, alike)));
    }

    private static List<String> tried(int failures, int accounts, boolean newPlace) {
        return ids(POLICIES.abuse(new Watched.SignIns(failures, accounts, newPlace)));
    }

    private static List<String> ids(List<PolicyRule> rules) {
        return rules.stream().map(PolicyRule::id).toList();
    }
}
