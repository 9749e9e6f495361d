package com.qliento.connector.mail;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@example.com",
                " Ann.O'Brien+shop@mail.example.co.uk\n",
                "a@b.io",
                "x_y-z@xn--bcher-kva.example"
            })
    void an_address_is_read(String written) {
        assertThat(MailAddress.parse(written)).map(MailAddress::address).contains(written.strip());
    }

    @Test
    void a_domain_in_other_letters_is_written_so_that_every_server_takes_it() {
        assertThat(MailAddress.parse("ann@bücher.example"))
                .map(MailAddress::address)
                .contains("ann@xn--bcher-kva.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ann",
                "@example.com",
                "ann@",
                "ann@localhost",
                "ann@127.0.0.1",
                "ann@[127.0.0.1]",
                "ann@example..com",
                "ann@-example.com",
                "ann@example.com.",
                ".ann@example.com",
                "ann.@example.com",
                "a..b@example.com",
                "ann b@example.com",
                "\"ann b\"@example.com",
                "Ann <ann@example.com>",
                "ann@example.com, eve@example.net",
                "ann@example.com;eve@example.net",
                "ann@example.com\r\nBcc: eve@example.net",
                "ann\r\n@example.com",
                "ann@exam\nple.com",
                "ann%0d%0aBcc:eve@example.com\u0000",
                "ann@example.com\u2028x",
                "group:ann@example.com;",
                "ann@eve@example.com",
                "<ann@example.com>",
                "ann(comment)@example.com",
                "größe@example.com"
            })
    void what_is_no_plain_address_is_none(String written) {
        assertThat(MailAddress.parse(written)).isEmpty();
    }

    @Test
    void an_address_that_is_too_long_is_none() {
        assertThat(MailAddress.parse("a".repeat(64) + "@example.com")).isPresent();
        assertThat(MailAddress.parse("a".repeat(65) + "@example.com")).isEmpty();
        assertThat(MailAddress.parse("a@" + "b".repeat(60).concat(".").repeat(5) + "com"))
                .isEmpty();
    }

    @Property
    void whatever_is_written_no_address_and_no_name_has_a_second_line(@ForAll String any) {
        for (var written : new String[] {any, "a@" + any, any + "@example.com"}) {
            var address = MailAddress.parse(written).map(MailAddress::address).orElse("none");
            assertThat(address).matches("[!-~]+");
        }
        assertThat(MailAddress.parse("a@b.io").orElseThrow().named(any).name())
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
    }
}
