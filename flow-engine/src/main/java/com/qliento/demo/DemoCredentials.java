package com.qliento.demo;

import com.qliento.account.Role;
import com.qliento.account.SeededAccounts;
import com.qliento.channel.Channel;
import com.qliento.channel.Channels;
import com.qliento.channel.NewChannel;
import com.qliento.organisation.ApiKeys;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.Organisations;
import com.qliento.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What opens the demo, as it is stored: made to be what the settings say, closed without the demo, and looked at. */
@Component
class DemoCredentials {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCredentials.class);

    /** A number with this token is on the simulated WhatsApp, so its secrets are the settings', never a person's. */
    private static final String SIMULATED = "demo-access-token";

    private static final String KEY_NAME = "demo";
    private static final int SECRET_BYTES = 32;

    private final SeededAccounts accounts;
    private final ApiKeys keys;
    private final Channels channels;
    private final Organisations organisations;
    private final SecureRandom random = new SecureRandom();

    DemoCredentials(SeededAccounts accounts, ApiKeys keys, Channels channels, Organisations organisations) {
        this.accounts = accounts;
        this.keys = keys;
        this.channels = channels;
        this.organisations = organisations;
    }

    /** Stored is what the settings say; what was stored before and is something else is refused from now on. */
    void replace(OrganisationId demo, DemoSettings settings) {
        keys.replace(demo, KEY_NAME, settings.apiKey());
        accounts.replace(demo, people(settings), settings.password());
        boolean found = false;
        for (var channel : simulated(demo)) {
            boolean wanted = channel.phoneNumberId().equals(settings.phoneNumberId());
            found |= wanted;
            if (wanted) {
                channels.renew(demo, channel.id(), settings.appSecret(), settings.verifyToken());
                if (!settings.accountId().equals(channel.accountId())) {
                    channels.belongsTo(demo, channel.id(), settings.accountId());
                }
            } else {
                makeUnusable(demo, channel);
            }
        }
        if (!found) {
            connect(demo, settings);
        }
    }

    /** Nothing that the demo ever stored opens anything. */
    void close(OrganisationId demo) {
        if (organisations.ids().contains(demo)) {
            accounts.close(demo);
            keys.revoke(demo, KEY_NAME);
            simulated(demo).forEach(channel -> makeUnusable(demo, channel));
        }
    }

    /** What everybody knows and is stored nevertheless, each with what to do about it; shows no secret. */
    List<String> known(OrganisationId demo) {
        var known = new ArrayList<String>();
        if (accounts.openWith(DemoSettings.KNOWN_PASSWORD)) {
            known.add("the demo accounts' password (set qliento.demo.password)");
        }
        if (keys.authenticate(DemoSettings.KNOWN_API_KEY).isPresent()) {
            known.add("the demo's API key (set qliento.demo.api-key)");
        }
        if (organisations.ids().contains(demo)) {
            channels.of(demo).stream()
                    .filter(channel -> has(channel, DemoSettings.KNOWN_SECRET))
                    .forEach(channel -> known.add("the app secret of the number with the id " + channel.phoneNumberId()
                            + " (for the demo's number set qliento.demo.app-secret, connect another again)"));
        }
        if (channels.knowsVerifyToken(DemoSettings.KNOWN_VERIFY_TOKEN)) {
            known.add("the verify token of a number (set qliento.demo.verify-token, or connect the number again)");
        }
        return known;
    }

    /** The owner, and one of each other role to look through their eyes; all with the same password. */
    private static List<SeededAccounts.Person> people(DemoSettings settings) {
        return Arrays.stream(Role.values())
                .map(role -> {
                    var lower = role.name().toLowerCase(Locale.ROOT);
                    var name = role.name().charAt(0) + lower.substring(1);
                    var email = role == Role.OWNER ? settings.email() : lower + "@qliento.local";
                    return new SeededAccounts.Person(role, email, name);
                })
                .toList();
    }

    private List<Channel> simulated(OrganisationId demo) {
        return channels.of(demo).stream()
                .filter(channel -> channel.accessToken().equals(SIMULATED))
                .toList();
    }

    private void connect(OrganisationId demo, DemoSettings settings) {
        try {
            channels.add(
                    demo,
                    new NewChannel(
                            settings.phoneNumberId(),
                            settings.accountId(),
                            settings.displayNumber(),
                            settings.appSecret(),
                            settings.verifyToken(),
                            SIMULATED));
        } catch (Problem anotherNodeWasQuicker) {
            LOG.debug("The demo's number is connected already");
        }
    }

    private void makeUnusable(OrganisationId demo, Channel channel) {
        channels.renew(demo, channel.id(), nobodyKnows(), nobodyKnows());
    }

    private String nobodyKnows() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static boolean has(Channel channel, String secret) {
        return MessageDigest.isEqual(channel.appSecret(), secret.getBytes(StandardCharsets.UTF_8));
    }
}
