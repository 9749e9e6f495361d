package com.qliento.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.channel.Channels;
import com.qliento.guard.WebAddress;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Problem;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of hosts that requests may go to. */
class AllowedHostsTest {

    private final Scene scene = Scene.shared();
    private final AllowedHosts hosts = scene.bean(AllowedHosts.class);
    private final OrganisationId organisation = scene.bean(Channels.class)
            .withNumber("106540352242922")
            .orElseThrow()
            .organisation();
    private final Actor owner = new Actor("olga", organisation, Role.OWNER);
    private final Actor builder = new Actor("bruno", organisation, Role.BUILDER);
    private final String host = "h" + UUID.randomUUID() + ".example";

    @Test
    void none_is_allowed_until_an_owner_does_and_none_any_more_when_it_is_taken_out() throws Exception {
        var address = WebAddress.read("https://" + host + "/x");
        assertThat(hosts.cover(organisation, address)).isFalse();

        assertThat(hosts.allow(owner, "HTTPS://" + host + "/whatever").host()).isEqualTo(host);
        assertThat(hosts.cover(organisation, address)).isTrue();

        hosts.remove(owner, host);
        assertThat(hosts.cover(organisation, address)).isFalse();
    }

    @Test
    void who_draws_asks_for_a_host_and_it_is_none_until_an_owner_says_so() throws Exception {
        hosts.ask(builder, host);

        assertThat(hosts.cover(organisation, WebAddress.read("https://" + host)))
                .isFalse();
        assertThat(hosts.all(builder))
                .filteredOn(known -> known.host().equals(host))
                .singleElement()
                .returns(false, HostFacts::allowed)
                .returns("bruno", HostFacts::changedBy);

        hosts.allow(owner, host);
        hosts.ask(builder, host);

        assertThat(hosts.all(builder))
                .filteredOn(known -> known.host().equals(host))
                .singleElement()
                .returns(true, HostFacts::allowed)
                .returns("olga", HostFacts::changedBy);
        hosts.remove(owner, host);
    }

    @Test
    void another_organisation_knows_nothing_of_it() throws Exception {
        hosts.allow(owner, host);

        var other = OtherOrganisation.in(scene).id();

        assertThat(hosts.cover(other, WebAddress.read("https://" + host))).isFalse();
        hosts.remove(owner, host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.1", "*.com", "a b.example", "", "[::1]", "http://169.254.169.254/"})
    void what_is_no_host_of_the_public_network_is_refused_in_words(String written) {
        assertThatThrownBy(() -> hosts.allow(owner, written)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("invalid-field");
            assertThat(problem.more()).containsEntry("field", "host");
        });
    }
}
