package com.qliento.flow;

import com.qliento.guard.WebAddress;
import com.qliento.host.AllowedHosts;
import com.qliento.media.MediaFacts;
import com.qliento.media.MediaLibrary;
import com.qliento.organisation.OrganisationId;
import com.qliento.rules.decision.DecisionModel;
import com.qliento.ruleset.LiveDecisions;
import com.qliento.secret.Secrets;
import com.qliento.vault.spi.ReadingTime;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an organisation has besides flows that its flows need: files, decisions, secrets, allowed hosts, and how long it keeps answers. */
@Component
class FlowSurroundings {

    private final MediaLibrary files;
    private final LiveDecisions decisions;
    private final Secrets secrets;
    private final AllowedHosts hosts;

    private final ReadingTime time;

    FlowSurroundings(
            MediaLibrary files, LiveDecisions decisions, Secrets secrets, AllowedHosts hosts, ReadingTime time) {
        this.time = time;
        this.files = files;
        this.decisions = decisions;
        this.secrets = secrets;
        this.hosts = hosts;
    }

    /** Those of this organisation, as they are during one check. */
    Around of(OrganisationId organisation) {
        return new Around(organisation);
    }

    /** Files and secrets are read when the first one is asked for. */
    final class Around {

        private final OrganisationId organisation;
        private @Nullable Map<UUID, MediaFacts> knownFiles;
        private @Nullable Set<String> knownSecrets;

        private Around(OrganisationId organisation) {
            this.organisation = organisation;
        }

        Optional<DecisionModel> decision(String key, @Nullable Integer version) {
            return decisions.find(organisation, key, version).map(LiveDecisions.Found::model);
        }

        Optional<MediaFacts> file(UUID id) {
            if (knownFiles == null) {
                knownFiles = files.of(organisation);
            }
            return Optional.ofNullable(knownFiles.get(id));
        }

        Duration answersKept() {
            return time.of(organisation);
        }

        boolean mayAsk(WebAddress address) {
            return hosts.cover(organisation, address);
        }

        Set<String> secrets() {
            if (knownSecrets == null) {
                knownSecrets = secrets.names(organisation);
            }
            return knownSecrets;
        }
    }
}
