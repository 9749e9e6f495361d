package com.qliento.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.channel.Channel;
import com.qliento.channel.Channels;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.Scene;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whoever is seen with whichever number and user id, in whatever order, is who a plain model says. */
class SightingsTest {

    /** A message as far as it says who it is from: 0 to 2 for each, null for what it says nothing of. */
    record Sighting(@Nullable Integer number, @Nullable Integer user) {}

    /** Somebody, as the model has them. */
    private static final class Somebody {
        @Nullable
        Integer number;

        boolean anyNumber;
        boolean anyUser;

        @Nullable
        Somebody merged;

        Somebody now() {
            return merged == null ? this : merged.now();
        }
    }

    /** The rule in its shortest form: a user id is one person's for good, a number the one's who was seen with it last. */
    private static final class Model {
        private final Map<Integer, Somebody> users = new HashMap<>();
        private final Map<Integer, Somebody> numbers = new HashMap<>();

        Somebody see(Sighting sighting) {
            var byUser = sighting.user() == null ? null : users.get(sighting.user());
            var byNumber = sighting.number() == null ? null : numbers.get(sighting.number());
            var who = byUser;
            if (byUser == null && byNumber != null && (sighting.user() == null || !byNumber.anyUser)) {
                who = byNumber;
            } else if (byUser != null && byNumber != null && byUser != byNumber && halves(byUser, byNumber)) {
                merge(byNumber, byUser);
            }
            who = who == null ? new Somebody() : who.now();
            if (sighting.user() != null) {
                users.put(sighting.user(), who);
                who.anyUser = true;
            }
            if (sighting.number() != null && (sighting.user() != null || who.number == null)) {
                has(who, sighting.number());
            }
            return who;
        }

        private static boolean halves(Somebody byUser, Somebody byNumber) {
            return !byUser.anyNumber && !byNumber.anyUser;
        }

        private void has(Somebody who, int number) {
            var before = numbers.put(number, who);
            if (before != null && before != who && before.number != null && before.number == number) {
                before.number = null;
            }
            who.number = number;
            who.anyNumber = true;
        }

        private void merge(Somebody went, Somebody stays) {
            went.merged = stays;
            numbers.replaceAll((number, owner) -> owner.now());
        }
    }

    private final Scene scene = Scene.shared();
    private final Channel channel =
            scene.bean(Channels.class).withNumber("106540352242922").orElseThrow();

    @Provide
    Arbitrary<List<Sighting>> sightings() {
        var one = Combinators.combine(
                        Arbitraries.integers().between(0, 2).injectNull(0.25),
                        Arbitraries.integers().between(0, 2).injectNull(0.25))
                .as(Sighting::new)
                .filter(sighting -> sighting.number() != null || sighting.user() != null);
        return one.list().ofMinSize(1).ofMaxSize(14);
    }

    @Property(tries = 250)
    void everybody_is_who_the_model_says(@ForAll("sightings") List<Sighting> sightings) {
        var numbers = List.of(Scene.newCustomer(), Scene.newCustomer(), Scene.newCustomer());
        var model = new Model();
        var contacts = new HashMap<Somebody, ContactId>();
        var start = scene.clock().instant().truncatedTo(ChronoUnit.SECONDS);

        for (int i = 0; i < sightings.size(); i++) {
            var sighting = sightings.get(i);
            var expected = model.see(sighting);
            var found = resolve(List.of(identities(numbers, sighting)), start.plusSeconds(i))
                    .get(0);

            var context = "after " + sightings.subList(0, i + 1);
            contacts.keySet().stream()
                    .filter(other -> other.now() == expected && other != expected)
                    .map(contacts::get)
                    .forEach(merged -> assertThat(now(merged)).as(context).isEqualTo(found));
            contacts.forEach((somebody, contact) -> {
                if (somebody.now() != expected) {
                    assertThat(contact).as(context).isNotEqualTo(found);
                }
            });
            contacts.put(expected, found);
            contacts.forEach((somebody, contact) -> {
                var number = somebody.now().number;
                assertThat(phone(contact)).as(context).isEqualTo(number == null ? null : numbers.get(number));
            });
        }
    }

    @Property(tries = 100)
    void one_body_with_all_of_them_says_the_same_as_one_after_the_other(@ForAll("sightings") List<Sighting> sightings) {
        var numbers = List.of(Scene.newCustomer(), Scene.newCustomer(), Scene.newCustomer());
        var model = new Model();
        var expected = sightings.stream().map(model::see).toList();
        var at = scene.clock().instant().truncatedTo(ChronoUnit.SECONDS);

        var found =
                resolve(sightings.stream().map(one -> identities(numbers, one)).toList(), at);

        for (int i = 0; i < sightings.size(); i++) {
            for (int k = 0; k < i; k++) {
                assertThat(found.get(i).equals(found.get(k)))
                        .as("%s and %s of %s", i, k, sightings)
                        .isEqualTo(expected.get(i).now() == expected.get(k).now());
            }
        }
    }

    private Identities identities(List<String> numbers, Sighting sighting) {
        return new Identities(
                sighting.number() == null ? null : numbers.get(sighting.number()),
                sighting.user() == null ? null : "DE.u" + numbers.get(sighting.user()),
                null,
                null);
    }

    private List<ContactId> resolve(List<Identities> senders, Instant at) {
        return scene.bean(OrganisationScope.class)
                .in(channel.organisation(), () -> scene.bean(Contacts.class).resolve(channel, senders, at).stream()
                        .map(Optional::orElseThrow)
                        .toList());
    }

    private ContactId now(ContactId contact) {
        return scene.bean(OrganisationScope.class).in(channel.organisation(), () -> scene.bean(ContactStore.class)
                .stays(contact)
                .orElseThrow());
    }

    private @Nullable String phone(ContactId contact) {
        return scene.bean(OrganisationScope.class).in(channel.organisation(), () -> scene.bean(Contacts.class)
                .personNow(channel.organisation(), contact)
                .orElseThrow()
                .phone());
    }
}
