package com.qliento.demo;

import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.flow.FlowDrafts;
import com.qliento.flow.FlowPublishing;
import com.qliento.media.SampleMedia;
import com.qliento.organisation.Organisation;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.Organisations;
import com.qliento.problem.Problem;
import com.qliento.ruleset.SampleDecisions;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Seeds the demo organisation before anything is served. Its credentials become what the settings say; all else that is
 * there already stays as it is.
 */
@Component
@ConditionalOnProperty("qliento.demo.enabled")
@EnableConfigurationProperties(DemoSettings.class)
class Demo implements SmartLifecycle {

    /** The demo organisation's id, the same everywhere. */
    static final OrganisationId ORGANISATION = OrganisationId.of("00000000-0000-7000-8000-00000000de30");

    private static final Actor SEEDING = new Actor("demo", ORGANISATION, Role.OWNER);

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final String FALLBACK =
            "Sorry, I did not get that. Write *menu* to see what I can do, or one of: {{ keywords }}.";

    private final DemoSettings settings;
    private final Seeds seeds;
    private boolean running;

    /** What the demo is made of. */
    @Component
    record Seeds(
            Organisations organisations,
            DemoCredentials credentials,
            Reach reach,
            FlowDrafts drafts,
            FlowPublishing publishing,
            SampleMedia media,
            SampleDecisions decisions) {}

    Demo(DemoSettings settings, Seeds seeds) {
        this.settings = settings;
        this.seeds = seeds;
    }

    @Override
    public void start() {
        refuseToBeExposed();
        if (!seeds.organisations().ids().contains(ORGANISATION)) {
            seeds.organisations()
                    .save(new Organisation(
                            ORGANISATION,
                            "Demo",
                            FALLBACK,
                            Organisation.DEFAULT_STOP_KEYWORDS,
                            Organisation.DEFAULT_STOP_REPLY));
        }
        seeds.credentials().replace(ORGANISATION, settings);
        publishSamples();
        running = true;
    }

    /** Before anything is stored; what is stored already is looked at by {@link DemoGuard}. */
    private void refuseToBeExposed() {
        var known = settings.known();
        if (!known.isEmpty() && !seeds.reach().thisMachineOnly()) {
            throw new DemoExposed(seeds.reach(), known);
        }
    }

    /** Publishes samples that are new; twice, since one that starts another can only follow it. */
    private void publishSamples() {
        try {
            var samples = new PathMatchingResourcePatternResolver().getResources("classpath*:samples/*/*.bpmn");
            for (int pass = 0; pass < 2; pass++) {
                for (var sample : samples) {
                    publish(sample);
                }
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException("the samples can't be read", unreadable);
        }
    }

    private void publish(Resource sample) throws IOException {
        var key = keyOf(sample);
        try {
            if (isLive(key)) {
                return;
            }
            seeds.media().bring(SEEDING, key);
            seeds.decisions().bring(SEEDING, key);
            seeds.drafts().overwrite(SEEDING, key, sample.getContentAsByteArray());
            seeds.publishing().publish(SEEDING, key, "");
        } catch (Problem refused) {
            LOG.debug("Sample {} is not published: {}", key, refused.getMessage());
        }
    }

    private boolean isLive(String key) {
        try {
            return seeds.drafts().get(SEEDING, key).liveVersion() != null;
        } catch (Problem unknown) {
            return false;
        }
    }

    /** A sample's {@code flow.bpmn} is called as its folder, any other file as itself. */
    private static String keyOf(Resource sample) throws IOException {
        var path = Arrays.asList(sample.getURL().toString().split("/"));
        var file = Objects.requireNonNull(sample.getFilename()).replaceFirst("\\.bpmn$", "");
        return file.equals("flow") ? path.get(path.size() - 2) : file;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the database's connection, before the web server. */
    @Override
    public int getPhase() {
        return 0;
    }
}
