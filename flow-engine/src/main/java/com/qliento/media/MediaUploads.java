package com.qliento.media;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.qliento.channel.Channel;
import com.qliento.channel.ChannelId;
import com.qliento.connector.http.HttpThreads;
import com.qliento.connector.whatsapp.AccessToken;
import com.qliento.connector.whatsapp.CallTrouble;
import com.qliento.connector.whatsapp.CloudApi;
import com.qliento.connector.whatsapp.GraphAnswer;
import com.qliento.connector.whatsapp.GraphError;
import com.qliento.connector.whatsapp.MediaFile;
import com.qliento.organisation.OrganisationScope;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What WhatsApp calls our files, uploading those it does not have. WhatsApp keeps an upload for 30 days and for one
 * number; a file is uploaded once per number and node at most while that lasts, and a few at a time. Never call it in a
 * transaction: it asks the network.
 */
@Component
public class MediaUploads {

    private static final Logger LOG = LoggerFactory.getLogger(MediaUploads.class);
    private static final Duration KEPT = Duration.ofDays(29);
    private static final int FILE_IS_GONE = 131053;
    private static final int AT_ONCE = 4;

    /** A file as WhatsApp has it, and how it is called here. */
    public record Uploaded(WhatsAppCopy copy, String name) {}

    private record Key(ChannelId channel, UUID file) {}

    private final MediaStore store;
    private final OrganisationScope scope;
    private final CloudApi api;
    private final Clock clock;
    private final Executor threads = HttpThreads.daemons("media", AT_ONCE);
    private final Cache<Key, Uploaded> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();
    private final Map<Key, CompletableFuture<GraphAnswer<Uploaded>>> running = new ConcurrentHashMap<>();

    MediaUploads(MediaStore store, OrganisationScope scope, CloudApi api, Clock clock) {
        this.store = store;
        this.scope = scope;
        this.api = api;
        this.clock = clock;
    }

    /**
     * The file as the channel's number can send it. Refused with WhatsApp's code for files it can't have when the file
     * is gone; missing when WhatsApp or the database can't be asked now. Never completes exceptionally for these.
     */
    public CompletableFuture<GraphAnswer<Uploaded>> of(Channel channel, UUID file) {
        var key = new Key(channel.id(), file);
        var before = known.getIfPresent(key);
        if (before != null && lasts(before.copy())) {
            return CompletableFuture.completedFuture(new GraphAnswer.Answered<>(before));
        }
        var mine = new CompletableFuture<GraphAnswer<Uploaded>>();
        var others = running.putIfAbsent(key, mine);
        if (others != null) {
            return others;
        }
        threads.execute(() -> {
            try {
                var answer = find(channel, file);
                running.remove(key);
                mine.complete(answer);
            } catch (RuntimeException away) {
                LOG.warn("File {} can't be read or noted now", file);
                running.remove(key);
                mine.complete(new GraphAnswer.Missing<>(CallTrouble.NOT_CONNECTED, 0, "the database is not at hand"));
            }
        });
        return mine;
    }

    private GraphAnswer<Uploaded> find(Channel channel, UUID file) {
        var organisation = channel.organisation();
        var facts = scope.in(organisation, () -> store.find(file));
        if (facts.isEmpty()) {
            return new GraphAnswer.Refused<>(GraphError.reported(FILE_IS_GONE, null, null));
        }
        var noted = scope.in(organisation, () -> store.upload(file, channel.id()));
        if (noted.isPresent() && lasts(noted.get())) {
            return answered(channel, file, new Uploaded(noted.get(), facts.get().name()));
        }
        var content = scope.in(organisation, () -> store.open(file));
        return content.isEmpty()
                ? new GraphAnswer.Refused<>(GraphError.reported(FILE_IS_GONE, null, null))
                : upload(channel, content.get());
    }

    private GraphAnswer<Uploaded> upload(Channel channel, MediaContent content) {
        var facts = content.facts();
        var file = MediaFile.of(facts.mimeType(), facts.name(), content.bytes());
        var answer = api.uploadMedia(channel.phoneNumberId(), new AccessToken(channel.accessToken()), file)
                .join();
        return answer.accept(new GraphAnswer.Cases<>() {
            @Override
            public GraphAnswer<Uploaded> answered(GraphAnswer.Answered<String> id) {
                var copy = new WhatsAppCopy(id.value(), clock.instant());
                scope.run(
                        channel.organisation(),
                        () -> store.noteUpload(channel.organisation(), facts.id(), channel.id(), copy));
                return MediaUploads.this.answered(channel, facts.id(), new Uploaded(copy, facts.name()));
            }

            @Override
            public GraphAnswer<Uploaded> refused(GraphAnswer.Refused<String> refused) {
                return new GraphAnswer.Refused<>(refused.error());
            }

            @Override
            public GraphAnswer<Uploaded> missing(GraphAnswer.Missing<String> none) {
                return new GraphAnswer.Missing<>(none.trouble(), none.httpStatus(), none.detail());
            }
        });
    }

    private GraphAnswer<Uploaded> answered(Channel channel, UUID file, Uploaded uploaded) {
        known.put(new Key(channel.id(), file), uploaded);
        return new GraphAnswer.Answered<>(uploaded);
    }

    private boolean lasts(WhatsAppCopy copy) {
        return copy.uploadedAt().plus(KEPT).isAfter(clock.instant());
    }

    /** WhatsApp does not know this upload any more: the next message uploads anew. Completes when that is sure. */
    public CompletableFuture<Void> forget(Channel channel, UUID file, WhatsAppCopy copy) {
        known.invalidate(new Key(channel.id(), file));
        return CompletableFuture.runAsync(
                () -> scope.run(channel.organisation(), () -> store.forgetUpload(file, channel.id(), copy.id())),
                threads);
    }
}
