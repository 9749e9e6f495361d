package com.qliento.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is written, looked up or sent back: nobody connects to a server of this machine, which listens all the while. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForbiddenAddressesTest {

    private final TwoServers servers = new TwoServers();

    Stream<String> spellings() {
        return Spellings.all(servers.ours.port()).stream();
    }

    Stream<String> spellingsInAHeader() {
        return spellings().filter(address -> address.chars().noneMatch(c -> c < ' '));
    }

    @AfterEach
    void nobody_came() {
        assertThat(servers.ours.connections()).isZero();
    }

    @AfterAll
    void the_server_was_there_all_the_while() throws Exception {
        try (var knock = new Socket(InetAddress.getLoopbackAddress(), servers.ours.port())) {
            assertThat(knock.isConnected()).isTrue();
        }
        servers.close();
    }

    @Test
    void there_are_as_many_spellings_as_were_asked_for() {
        assertThat(spellings().distinct()).hasSizeGreaterThanOrEqualTo(150);
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void an_address_that_leads_home_is_refused(String address) {
        assertThat(servers.gets(address)).isInstanceOf(HttpReply.Refused.class);
    }

    @ParameterizedTest
    @MethodSource("spellingsInAHeader")
    void an_answer_that_sends_home_is_not_followed(String address) {
        servers.shop.answers((request, out) ->
                out.write(("HTTP/1.1 307 Off you go\r\nLocation: " + address + "\r\nContent-Length: 0\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8)));

        assertThat(servers.gets(servers.at("/start"))).isInstanceOf(HttpReply.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "::1",
                "10.1.2.3",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.1.1",
                "fd00::1",
                "fe80::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::1",
                "2001:0:1:2:3:4:5:6",
                "0.0.0.0",
                "::",
                "255.255.255.255"
            })
    void a_name_that_leads_home_is_refused_when_it_is_looked_up(String leads) {
        servers.leads("rebound.example", leads);

        assertThat(servers.gets("http://rebound.example:" + servers.ours.port() + "/"))
                .isEqualTo(new HttpReply.Refused(AddressRefusal.FORBIDDEN_ADDRESS));
    }

    @Test
    void a_name_that_leads_home_the_second_time_is_asked_for_once_and_what_was_checked_is_what_is_called() {
        servers.shop.answers("200 OK", "text/plain", "public");
        servers.leads("rebound.example", "127.0.0.2", "127.0.0.1");
        servers.lookedUp.clear();

        var first = servers.gets("http://rebound.example:" + servers.shop.port() + "/");
        var second = servers.gets("http://rebound.example:" + servers.ours.port() + "/");

        assertThat(first).isInstanceOf(HttpReply.Answer.class);
        assertThat(second).isEqualTo(new HttpReply.Refused(AddressRefusal.FORBIDDEN_ADDRESS));
        assertThat(servers.lookedUp).containsExactly("rebound.example", "rebound.example");
    }

    @Test
    void a_name_that_leads_home_once_it_is_sent_on_to_itself_is_refused() {
        servers.leads("rebound.example", "127.0.0.2", "127.0.0.1");
        servers.shop.answers((request, out) -> out.write(("HTTP/1.1 302 Once more\r\nLocation: http://rebound.example:"
                        + servers.ours.port() + "/\r\nContent-Length: 0\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8)));

        assertThat(servers.gets("http://rebound.example:" + servers.shop.port() + "/"))
                .isEqualTo(new HttpReply.Refused(AddressRefusal.FORBIDDEN_ADDRESS));
    }

    @Test
    void of_a_name_that_leads_home_too_only_the_other_address_is_called() {
        servers.shop.answers("200 OK", "text/plain", "public");
        servers.leads("both.example", "127.0.0.1 ::1 127.0.0.2");

        assertThat(servers.gets("http://both.example:" + servers.shop.port() + "/"))
                .isInstanceOf(HttpReply.Answer.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "93.184.216.34",
                "1.1.1.1",
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "198.17.0.1",
                "198.20.0.1",
                "223.255.255.254",
                "2606:2800:220:1:248:1893:25c8:1946",
                "2a00:1450:4001:800::200e",
                "2001:4860:4860::8888",
                "2003::1"
            })
    void what_is_public_may_be_reached(String address) throws Exception {
        assertThat(PublicAddresses.has(InetAddress.getByName(address))).isTrue();
    }
}
