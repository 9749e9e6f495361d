package com.qliento;

import com.qliento.account.Accounts;
import com.qliento.account.Membership;
import com.qliento.account.SignIn;
import com.qliento.account.SignInSource;
import com.qliento.account.SignIns;
import com.qliento.security.SecurityLog;
import java.util.List;
import java.util.Locale;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Signs people in by their accounts. Somebody who works for no organisation does not get in. */
@Component
class People implements AuthenticationProvider {

    private final Accounts accounts;
    private final SignIns signIns;

    People(Accounts accounts, SignIns signIns) {
        this.accounts = accounts;
        this.signIns = signIns;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var exchange = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web ? web : null;
        var from = exchange == null ? SignInSource.unknown() : KnownBrowser.source(exchange.getRequest());
        var came = accounts.signIn(asked.getName(), String.valueOf(asked.getCredentials()), from);
        if (came instanceof SignIn.Welcome welcome) {
            var memberships = accounts.memberships(welcome.account().id());
            if (!memberships.isEmpty()) {
                SecurityLog.signedIn(welcome.account().id());
                signIns.done(welcome.account().id());
                if (exchange != null) {
                    KnownBrowser.keep(exchange, welcome.browser());
                }
                return UsernamePasswordAuthenticationToken.authenticated(
                        welcome.account(), null, authorities(memberships));
            }
        }
        SecurityLog.signInRefused(reason(came));
        if (came instanceof SignIn.TooManyTries locked) {
            throw new LockedException(locked.rule().explained(Locale.ENGLISH));
        }
        signIns.refused(asked.getName());
        throw new BadCredentialsException("refused");
    }

    private static String reason(SignIn came) {
        if (came instanceof SignIn.TooManyTries) {
            return "too-many-tries";
        }
        return came instanceof SignIn.Welcome ? "no-organisation" : "wrong-credentials";
    }

    /** Being signed in; what they may do depends on the organisation they look at and is asked of their role there. */
    private static List<SimpleGrantedAuthority> authorities(List<Membership> memberships) {
        return memberships.stream()
                .map(membership -> new SimpleGrantedAuthority("ROLE_" + membership.role()))
                .distinct()
                .toList();
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
