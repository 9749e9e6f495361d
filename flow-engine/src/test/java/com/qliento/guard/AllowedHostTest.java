package com.qliento.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostTest {

    @ParameterizedTest
    @CsvSource({
        "api.shop.example, https://api.shop.example/x, true",
        "api.shop.example, http://API.SHOP.EXAMPLE./x, true",
        "api.shop.example, https://api.shop.example:8443/x, false",
        "api.shop.example:8443, https://api.shop.example:8443/x, true",
        "api.shop.example:8443, https://api.shop.example/x, false",
        "api.shop.example, https://shop.example/, false",
        "api.shop.example, https://xapi.shop.example/, false",
        "*.shop.example, https://api.shop.example/, true",
        "*.shop.example, https://a.b.shop.example/, true",
        "*.shop.example, https://shop.example/, false",
        "*.shop.example, https://eshop.example/, false",
        "*.shop.example:8443, https://a.shop.example:8443/, true",
        "bücher.example, https://xn--bcher-kva.example/, true",
        "https://api.shop.example/v1/orders?x=1, https://api.shop.example/, true",
        "93.184.216.34, https://93.184.216.34/, true"
    })
    void a_host_covers_what_it_says(String host, String address, boolean covers) throws Exception {
        var allowed = AllowedHost.read(host);

        assertThat(allowed.covers(WebAddress.read(address))).isEqualTo(covers);
        assertThat(AllowedHost.read(allowed.toString())).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "*.com",
                "*.co.uk",
                "*.github.io",
                "*.*.shop.example",
                "a.*.example",
                "shop.example/x",
                "localhost",
                "127.0.0.1",
                "*.127.0.0.1",
                "10.0.0.1",
                "[::1]",
                "shop",
                "user@shop.example",
                "shop.example:0",
                "shop.example:99999",
                "shop.example:x",
                "ftp://shop.example/",
                "shop example.com",
                "shop..example",
                "metadata.google.internal",
                "http://169.254.169.254/"
            })
    void what_is_no_host_of_the_public_network_or_everybodys_is_refused(String host) {
        assertThatThrownBy(() -> AllowedHost.read(host)).isInstanceOf(RefusedAddress.class);
    }
}
