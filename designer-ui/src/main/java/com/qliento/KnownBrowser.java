package com.qliento;

import com.qliento.account.SignInSource;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

/** The cookie of a browser that has signed in: wrong guesses from elsewhere do not hold it up. It opens nothing by itself. */
final class KnownBrowser {

    private static final String COOKIE = "qliento-browser";
    private static final Duration KEPT = Duration.ofDays(180);

    private KnownBrowser() {}

    static SignInSource source(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return new SignInSource(request.getRemoteAddr(), cookie == null ? null : cookie.getValue());
    }

    static void keep(ServletRequestAttributes exchange, String browser) {
        var request = exchange.getRequest();
        var cookie = ResponseCookie.from(COOKIE, browser)
                .path(request.getContextPath() + "/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(KEPT)
                .build();
        Objects.requireNonNull(exchange.getResponse()).addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
